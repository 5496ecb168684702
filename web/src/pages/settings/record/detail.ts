// A record keeps its details as the code wrote them, in one language for good. Here they are read, and said again in the
// reader's. What is not known is shown as it stands.

// Tell is what it takes to say a detail: words of the pages, and names in the place of ids.
export interface Tell {
  say: (key: string, values?: Record<string, string | number>) => string; // below "detail"
  word: (key: string) => string | undefined; // of any page
  name: (id: string) => string;
  list: (items: string[]) => string;
  time: (instant: string) => string;
  calendar: string;
}

export interface Detailed {
  action: string;
  detail: string;
  why?: string;
}

type Reader = (match: string[], tell: Tell) => string[];

const instant = String.raw`\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)`;
const people = String.raw`nobody|mem_\w+(?: mem_\w+)*`;
const margin = String.raw`(\d+) characters in ([a-z_ ]*), same day (true|false)`;

const all = (ids: string, { name, list, say }: Tell) =>
  ids === 'nobody' ? say('nobody') : list(ids.split(' ').map(name));

const waiting = (ids = '', by = '', tell: Tell) => [
  ...(ids ? [tell.say('waits', { names: all(ids, tell) })] : []),
  ...(by ? [tell.say('by', { time: tell.time(by) })] : []),
];

// span says how long something took, as Go writes it: 24h0m0s.
function span(text: string, { say }: Tell): string {
  const [, hours = '', minutes = ''] = text.match(/^(?:(\d+)h)?(?:(\d+)m)?/) ?? [];
  const parts = [
    Number(hours) > 0 && say('hours', { count: Number(hours) }),
    Number(minutes) > 0 && say('minutes', { count: Number(minutes) }),
  ];
  return parts.filter(Boolean).join(' ') || say('minutes', { count: 0 });
}

const marginIn = (characters: string, fields: string, sameDay: string, tell: Tell) => {
  const named = fields.split(' ').filter(Boolean);
  return [
    tell.say('margin', { count: Number(characters) }) +
      (named.length > 0 ? ` (${tell.list(named.map((f) => tell.word(`margin:field.${f}`) ?? f))})` : ''),
    tell.say(sameDay === 'true' ? 'sameDay' : 'notSameDay'),
  ].join(', ');
};

// how somebody's yes or no came: by their link, or passed on
function passedOn(text: string, tell: Tell): string[] | undefined {
  const link = text.match(/^by link, (name declared|code by mail)$/);
  if (link) return [tell.say(link[1] === 'name declared' ? 'byName' : 'byCode')];
  const said = text.match(/^on behalf of (.*?), (email|phone|message|meeting|paper): ([\s\S]*)$/);
  if (said) {
    const [, name = '', via = '', reason = ''] = said;
    return [tell.say('behalf', { name, via: tell.say(`via.${via}`) }), tell.say('quote', { text: reason })];
  }
  if (text === 'after an escalation') return [tell.say('escalated')];
  const place = text.match(/^in place of (mem_\w+)$/);
  return place ? [tell.say('inPlace', { name: tell.name(place[1] ?? '') })] : undefined;
}

// a sign-off: which step, how it came, and whom the next waits for
const signed: Reader = ([, text = ''], tell) => {
  const [, own = '', ids, by] =
    text.match(RegExp(`^([\\s\\S]*?)(?:(?:^|; )for (${people})(?:; by (${instant}))?)?$`)) ?? [];
  const [, step, rest = ''] = own.match(
    /^(?:step (.*?)(?:; (?=on behalf of |after an escalation|in place of |by link, )|$))?([\s\S]*)$/,
  ) ?? ['', '', own];
  const came = rest ? (passedOn(rest, tell) ?? [rest]) : [];
  return [...(step ? [tell.say('step', { name: step })] : []), ...came, ...waiting(ids, by, tell)];
};

const refused: Reader = ([, codes = '', rest = ''], tell) => [
  ...(codes.trim()
    ? [
        tell.list(
          codes
            .trim()
            .split(' ')
            .map((code) => tell.word(`post:reason.${code}`) ?? code),
        ),
      ]
    : []),
  ...(rest ? (passedOn(rest, tell) ?? [rest]) : []),
];

const touched: Reader = ([, before = '', now = '', channels = '', loosened = '', campaign = ''], tell) => [
  tell.say('touched', { before, now }),
  ...[...channels.matchAll(/(chan_\w+) (\d+)\/(\d+)/g)].map(([, id = '', used = '', of = '']) =>
    tell.say('used', { name: tell.name(id), used, of }),
  ),
  ...(campaign ? [tell.say(loosened ? 'underLooser' : 'under', { name: tell.name(campaign) })] : []),
];

const moved: Reader = ([text = ''], tell) =>
  [...text.matchAll(RegExp(`(?:(chan_\\w+) )?(${instant}) → (${instant})`, 'g'))].map(([, id, from = '', to = '']) => {
    const change = tell.say('change', { was: tell.time(from), is: tell.time(to) });
    return id ? tell.say('setting', { name: tell.name(id), change }) : change;
  });

const margins: Reader = ([text = ''], tell) => {
  if (text === 'margin of the calendar') return [tell.say('calendarMargin')];
  const tighter = text.match(RegExp(`tighter: ${margin}`));
  const looser = text.match(RegExp(`loosened for (${people}); ${margin}; from (${instant}) until (${instant})$`));
  return [
    ...(tighter
      ? [tell.say('tighter', { margin: marginIn(tighter[1] ?? '', tighter[2] ?? '', tighter[3] ?? '', tell) })]
      : []),
    ...(looser
      ? [
          tell.say('looser', {
            names: all(looser[1] ?? '', tell),
            margin: marginIn(looser[2] ?? '', looser[3] ?? '', looser[4] ?? '', tell),
          }),
          tell.say('fromUntil', { from: tell.time(looser[5] ?? ''), until: tell.time(looser[6] ?? '') }),
        ]
      : []),
  ];
};

const roles = (text: string, { name, list, say }: Tell) =>
  text === 'none' ? say('none') : list(text.split(' ').map(name));

// a member: each setting, and their roles by calendar
const member: Reader = ([text = ''], tell) =>
  text.split(/; (?=(?:name|language|owner|shut out|cal_\w+): )/).map((part) => {
    const [, what = '', was = '', is = ''] = part.match(/^([^:]+): ([\s\S]*) → ([\s\S]*)$/) ?? [];
    if (!what) return part;
    if (what.startsWith('cal_')) {
      const change = tell.say('change', { was: roles(was, tell), is: roles(is, tell) });
      return tell.say('setting', {
        name: what === tell.calendar ? tell.say('roles') : tell.say('rolesElsewhere'),
        change,
      });
    }
    const key = what === 'shut out' ? 'shut' : what;
    return tell.say('setting', {
      name: tell.word(`record:detail.of.${key}`) ?? what,
      change: tell.say('change', { was: value(key, was, tell), is: value(key, is, tell) }),
    });
  });

// Settings are named by the way to them, and counted where they are several: Policy.Steps.0.Name. Those of one list have
// one name.
const settings: Reader = ([text = ''], tell) =>
  text.split(/; (?=[A-Z][\w.-]*: |and \d+ more$)/).map((part) => {
    const more = part.match(/^and (\d+) more$/);
    if (more) return tell.say('more', { count: Number(more[1]) });
    const [, way = '', was = '', is = ''] = part.match(/^([\w.-]+): ([\s\S]*) → ([\s\S]*)$/) ?? [];
    if (!way) return part;
    const key = way.replace(/^Policy\./, '').split('.')[0] ?? '';
    return tell.say('setting', {
      name: tell.word(`record:detail.of.${key}`) ?? way,
      change: tell.say('change', { was: value(key, was, tell), is: value(key, is, tell) }),
    });
  });

const never = '0001-01-01T00:00:00Z';
const spans = ['Lateness', 'ApproveAhead', 'Escalation'];

// value says what was set: a word of ours, a length of time in nanoseconds, a person, an instant, or somebody's own words.
function value(key: string, text: string, tell: Tell): string {
  if (text === 'none' || text === never || text === '') return tell.say('none');
  if (text === 'true' || text === 'false') return tell.say(text === 'true' ? 'yes' : 'no');
  if (spans.includes(key) && /^\d+$/.test(text)) {
    const minutes = Math.round(Number(text) / 60e9);
    return span(`${Math.floor(minutes / 60)}h${minutes % 60}m`, tell);
  }
  if (/^(?:mem|chan|camp|pil)_\w+$/.test(text)) return tell.name(text);
  if (RegExp(`^${instant}$`).test(text)) return tell.time(text);
  if (key === 'Permissions') return tell.word(`settings:may.${text}`) ?? text;
  const named = tell.word(`record:detail.value.${key}.${text}`) ?? (key === 'Steps' ? tell.name(text) : text);
  return named !== text || /^[\d.:]+$/.test(text) ? named : tell.say('quote', { text });
}

// what a person answers to an unclear outcome, as the desk words it
const outcomes: Record<string, string> = { published: 'isOut', not_published: 'isNotOut', send_again: 'sendAgain' };

// What stands in which lines. The first that fits reads the detail.
const readers: [action: RegExp, detail: RegExp, read: Reader][] = [
  [/^(?:comment\.mentioned|task\.assigned|passkey\.)/, /^(?:cmt|task|pky)_\w+$/, () => []], // an id that says nothing
  [/^post\./, /^on (chan_\w+(?: chan_\w+)*)$/, ([, ids = ''], tell) => [tell.say('on', { names: all(ids, tell) })]],
  [/^post\.(?:revised|edited)$/, /^restored (\d+)$/, ([, number = ''], tell) => [tell.say('restored', { number })]],
  [
    /^post\.touched_up$/,
    /^approved (\d+), now (\d+)((?:; chan_\w+ \d+\/\d+)*)(?:; under the (loosened )?margin of (camp_\w+))?$/,
    touched,
  ],
  [/^post\.instant_moved$/, RegExp(`^(?:chan_\\w+ )?${instant} → ${instant}[\\s\\S]*$`), moved],
  [/^post\.changes_requested$/, /^((?:(?:spelling|tone|visual|link|legal)(?: |$))*)([\s\S]*)$/, refused],
  [/^post\.link_/, /^\S+$/, ([text = '']) => [text]],
  [/^post\./, /^([\s\S]*)$/, signed],
  [
    /^approval\.reminder$/,
    RegExp(`^([\\d.]+)h ahead of (${instant}); (?:for (${people})(?:; by ${instant})?)?$`),
    ([, hours = '', due = '', ids = ''], tell) => [
      Number(hours) > 0
        ? tell.say('ahead', { span: tell.say('hours', { count: Number(hours) }), time: tell.time(due) })
        : tell.say('by', { time: tell.time(due) }),
      ...waiting(ids, '', tell),
    ],
  ],
  [
    /^approval\.escalated$/,
    RegExp(`^for (${people}); after (\\w+); waits ?(?:for (${people})(?:; by (${instant}))?)?$`),
    ([, to = '', after = '', ids = '', by = ''], tell) => [
      tell.say('passedTo', { names: all(to, tell), span: span(after, tell) }),
      ...waiting(ids, by, tell),
    ],
  ],
  [
    /^delegation\./,
    RegExp(`^for (${people}); in place of (mem_\\w+); from (${instant}) until (${instant})$`),
    ([, to = '', from = '', start = '', end = ''], tell) => [
      tell.say('deputises', { to: all(to, tell), from: tell.name(from) }),
      tell.say('fromUntil', { from: tell.time(start), until: tell.time(end) }),
    ],
  ],
  [
    /^crisis\./,
    RegExp(`^severity (watch|serious|critical)(?:; for (${people}))?$`),
    ([, severity = '', ids = ''], tell) => [
      tell.say('severity', { severity: tell.word(`crisis:severity.${severity}.name`) ?? severity }),
      ...(ids ? [tell.say('told', { names: all(ids, tell) })] : []),
    ],
  ],
  [/^campaign\.updated$/, /^(?:margin of the calendar|(?:tighter: |loosened for )[\s\S]+)$/, margins],
  [
    /^channel\.expiring$/,
    RegExp(`^(-?\\d+) days, (${instant})$`),
    ([, days = '', at = ''], tell) => [tell.say('days', { count: Number(days) }), tell.time(at)],
  ],
  [
    /^delivery\.resolve$/,
    /^(published|not_published|send_again)$/,
    ([outcome = ''], { word }) => [word(`desk:${outcomes[outcome]}`) ?? outcome],
  ],
  [/^checklist\.begun$/, /^[\s\S]+$/, ([text = ''], tell) => [tell.say('quote', { text })]],
  [/^client_link\./, /^by link, .*$/, ([text = ''], tell) => passedOn(text, tell) ?? [text]],
  [/^member\./, /^[\s\S]*: [\s\S]* → [\s\S]*$/, member],
  [/^(?:calendar|channel|role|pillar)\.updated$/, /^[\s\S]*: [\s\S]* → [\s\S]*$/, settings],
];

// saidOf reads what the record says beside an action, in parts.
export function saidOf({ action, detail, why }: Detailed, tell: Tell): string[] {
  // what was left out stands behind the rest
  const [, text = '', left] = detail.match(/^([\s\S]*?)(?: \((\d+) more were left out before\))?$/) ?? [];
  const more = left ? [tell.say('left', { count: Number(left) })] : [];
  if (why) {
    const [network = ''] = action === 'session.refused' ? (text.match(/^.*(?= \S+$)/) ?? []) : [];
    return [...(network ? [network === 'unknown network' ? tell.say('noNetwork') : network] : []), why, ...more];
  }
  if (!text) return more;
  for (const [on, fits, read] of readers) {
    const match = on.test(action) && text.match(fits);
    if (match) return [...read(match, tell), ...more];
  }
  return [text, ...more];
}
