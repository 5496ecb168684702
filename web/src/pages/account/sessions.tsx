import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, every } from '../../api/client';
import { locale } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { Row, Rows, Section } from '../../ui/section';

// Sessions are where one is signed in.
export function Sessions() {
  const { t, i18n } = useTranslation('account');
  const { busy, act } = useAct(['sessions']);
  const found = useQuery({
    queryKey: ['sessions'],
    queryFn: () => every(async () => ask(api.GET('/api/v1/sessions'))),
    select: (all) =>
      [...all].sort((a, b) => Number(b.current) - Number(a.current) || b.used_at.localeCompare(a.used_at)),
  });
  const when = (at: string) =>
    new Intl.DateTimeFormat(locale(i18n.language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const everywhere = async () => {
    const done = await act(async () => {
      await ask(api.DELETE('/api/v1/sessions'));
      return true;
    });
    if (done) window.location.assign('/sign-in');
  };
  return (
    <Section
      title={t('sessions.title')}
      help={t('sessions.help')}
      aside={
        <Button variant="default" onClick={everywhere} loading={busy}>
          {t('sessions.everywhere')}
        </Button>
      }
    >
      <Rows>
        {found.data?.map((s) => (
          <Row
            key={s.id}
            actions={
              !s.current && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() =>
                    act(() => ask(api.DELETE('/api/v1/sessions/{session}', { params: { path: { session: s.id } } })))
                  }
                >
                  {t('sessions.end')}
                </Button>
              )
            }
          >
            <strong>{browserOf(s.agent)}</strong>
            {s.current && ` (${t('sessions.this')})`}
            <p>
              {s.network} · {t('sessions.used', { when: when(s.used_at) })}
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

// browserOf shortens what a browser calls itself to what its owner calls it.
function browserOf(agent: string): string {
  const name =
    ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari'].find((b) => agent.includes(`${b}/`)) ?? agent.split('/')[0] ?? '';
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux'].find((s) => agent.includes(s));
  const known = { Edg: 'Edge', OPR: 'Opera' }[name] ?? name;
  return [known || '?', system].filter(Boolean).join(' · ');
}
