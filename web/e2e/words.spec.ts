import type { Page } from '@playwright/test';
import { accessible, api, calendar, expect, home, type MadePost, signIn, speak, test, wallIn } from './world';

// What people say about a text, and what they would say instead: while it is written, and while it waits for approval.

interface Saved extends MadePost {
  text: string;
  variants: Record<string, { parts?: string[]; media?: { media: string; alt: string }[]; no_link?: boolean }>;
  media: { media: string; alt: string }[];
}

async function feeds(): Promise<{ id: string; name: string }[]> {
  const { items } = await api<{ items: { id: string; name: string; platform: string }[] }>(
    'GET',
    `/calendars/${calendar()}/channels`,
  );
  return items.filter((c) => c.platform === 'feed');
}

async function written(title: string, text: string, more: object = {}): Promise<Saved> {
  const [feed] = await feeds();
  return api<Saved>('POST', `/calendars/${calendar()}/posts`, { title, text, channels: [feed?.id], ...more });
}

const saved = (post: MadePost) => api<Saved>('GET', `/posts/${post.id}`);

// select marks a stretch of a field as somebody does who has a keyboard alone.
async function select(page: Page, name: string, from: number, length: number) {
  await page.getByRole('textbox', { name, exact: true }).focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < from; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < length; i++) await page.keyboard.press('Shift+ArrowRight');
}

test('a passage is remarked on and other words are suggested, shown, accepted and declined', async ({
  page,
  context,
}) => {
  const post = await written('Mots choisis', 'La lampe est tres belle ce soir.');
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  await select(page, 'Texte', 3, 5);
  await page.getByRole('button', { name: 'Commenter', exact: true }).click();
  await expect(page.getByRole('blockquote')).toHaveText('lampe');
  await page.getByLabel('Dire quelque chose').fill('Laquelle ?');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Laquelle ?' })).toContainText('lampe');

  await select(page, 'Texte', 13, 4);
  await page.getByRole('button', { name: 'Proposer d’autres mots' }).first().click();
  await page.getByLabel('À la place').fill('très');
  await accessible(page);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  const suggestion = page.getByRole('article').filter({ has: page.locator('ins', { hasText: 'très' }) });
  await suggestion.getByRole('button', { name: 'Montrer' }).click();
  const selected = () =>
    page
      .getByRole('textbox', { name: 'Texte', exact: true })
      .evaluate((e: HTMLTextAreaElement) => e.value.slice(e.selectionStart, e.selectionEnd));
  expect(await selected()).toBe('tres');
  await suggestion.getByRole('button', { name: 'Accepter' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue(
    'La lampe est très belle ce soir.',
  );
  expect((await saved(post)).text).toBe('La lampe est très belle ce soir.');

  // what was said follows its passage through the new version, and other words may be refused
  await page.getByRole('button', { name: 'Proposer d’autres mots' }).click();
  await page.getByLabel('Votre version').fill('La lampe est très belle ce matin.');
  await page.getByRole('button', { name: 'Envoyer la suggestion' }).click();
  const second = page.getByRole('article').filter({ has: page.locator('ins', { hasText: 'matin' }) });
  await second.getByRole('button', { name: 'Refuser' }).click();
  await second.getByLabel('Pourquoi la refuser').fill('C’est ce soir.');
  await second.getByRole('button', { name: 'Refuser' }).last().click();
  await expect(second).toContainText(/Refusée.*C’est ce soir/);
  expect((await saved(post)).text).toBe('La lampe est très belle ce soir.');
});

test('who only reads can point at a passage and suggest, and cannot write', async ({ page, context }) => {
  const post = await written('À lire seulement', 'Un texte que l’on lit.');
  await signIn(context, 'louis');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('tab', { name: /Échanges/ }).click();
  await page.getByRole('button', { name: 'Commenter un passage' }).click();
  await select(page, 'Sélectionnez un passage', 3, 5);
  await page.getByRole('button', { name: 'Commenter', exact: true }).click();
  await page.getByLabel('Dire quelque chose').fill('Plutôt « billet » ?');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'billet' })).toContainText('texte');
  await expect(page.getByRole('textbox', { name: 'Texte', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Accepter' })).toHaveCount(0);
  // nor choose times
  await page.goto(home());
  await expect(page.locator('.fc-event').first()).toBeVisible();
  await expect(page.locator('.fc-event-draggable')).toHaveCount(0);
});

test('what is typed while a save is under way stays, and whoever shares the browser does not see it', async ({
  page,
  context,
}) => {
  const post = await written('Pendant ce temps', 'Un début.');
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  const text = page.getByRole('textbox', { name: 'Texte', exact: true });
  await page.getByLabel('Jour', { exact: true }).fill('2027-01-31');
  await page.getByLabel('Heure', { exact: true }).fill('18:30');
  await page.getByLabel('Jour', { exact: true }).fill(''); // as between two digits of another day
  await page.getByLabel('Jour', { exact: true }).fill('2027-02-14');
  await expect(page.getByLabel('Heure', { exact: true })).toHaveValue('18:30');
  await page.getByLabel('Jour', { exact: true }).fill('2027-03-28'); // its clocks have no half past two
  await page.getByLabel('Heure', { exact: true }).fill('02:30');
  await text.fill('Une suite.');
  let go = () => {};
  const waits = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/api/v1/posts/*', async (route) => {
    if (route.request().method() === 'PATCH') await waits;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await text.pressSequentially(' Et ceci.');
  go();
  await expect.poll(async () => (await saved(post)).text).toBe('Une suite.');
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeEnabled();
  await expect(text).toHaveValue('Une suite. Et ceci.');
  await expect(page.getByText(/Cette heure n’existe pas ce jour-là/)).toBeVisible();
  await expect(page.getByLabel('Heure', { exact: true })).toHaveValue('03:00');

  await signIn(context, 'grace');
  await page.goto(`${home()}/posts/${post.id}`);
  await expect(page.getByRole('textbox', { name: /^Texte?$/ })).toHaveValue('Une suite.');
  await signIn(context, 'karim');
  await page.goto(`${home()}/posts/${post.id}`);
  await expect(text).toHaveValue('Une suite. Et ceci.');
});

test('a save that is quicker than what it would take away still says it first', async ({ page, context }) => {
  const post = await written('Trop vite', 'À 12 € ce soir.', {
    publish_at: { local: wallIn(60 * 24 * 60), zone: 'Europe/Paris' },
  });
  await api('POST', `/posts/${post.id}/moves`, { move: 'approve', revision: post.revision });
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('À 15 € ce soir.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  expect((await saved(post)).text).toBe('À 12 € ce soir.');
});

test('a channel has pictures, a link card and an order of its parts of its own', async ({ page, context }) => {
  const [feed] = await feeds();
  const name = feed?.name ?? '';
  const post = await written('Par canal', 'Pour tous.', { link: { url: 'https://maison-lumen.example/hiver' } });
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  const picture = (color: string) => ({
    name: `${color}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(
      color === 'red'
        ? 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
        : 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await page.locator('input[type=file]').setInputFiles(picture('red'));
  await page.getByLabel('Ce que l’on y voit').fill('Rouge');
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  const own = page.getByRole('region', { name: `Visuels sur ${name}` });
  await expect(own.getByLabel('Ce que l’on y voit')).toHaveValue('Rouge'); // the post's, until it is touched
  await own.locator('input[type=file]').setInputFiles(picture('grey'));
  await expect(own.getByLabel('Ce que l’on y voit')).toHaveCount(2);
  await own.getByLabel('Ce que l’on y voit').last().fill('Gris');
  const order = () =>
    own.getByLabel('Ce que l’on y voit').evaluateAll((all) => all.map((e) => (e as HTMLTextAreaElement).value));
  await own.getByRole('button', { name: 'Avancer le visuel 2' }).press('Enter');
  expect(await order()).toEqual(['Gris', 'Rouge']);
  await page.getByLabel('Pas de carte de lien ici').check();
  await page.getByRole('button', { name: 'En faire un fil' }).click();
  await page.getByLabel(/^Partie 2/).fill('La suite.');
  await page.getByRole('button', { name: 'Avancer la partie 2' }).press('Enter');
  await accessible(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  let now = await saved(post);
  const variant = now.variants[feed?.id ?? ''];
  expect(variant?.media?.map((m) => m.alt)).toEqual(['Gris', 'Rouge']);
  expect(now.media.map((m) => m.alt)).toEqual(['Rouge']);
  expect(variant?.parts).toEqual(['La suite.', 'Pour tous.']);
  expect(variant?.no_link).toBe(true);

  await page.getByRole('button', { name: 'Reprendre les visuels de la publication' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  now = await saved(post);
  expect(now.variants[feed?.id ?? '']?.media).toBeUndefined();
});

test('a queue is decided by keyboard: suggested, selected, approved together, undone', async ({ page, context }) => {
  const titles = ['File une', 'File deux', 'File trois'];
  const posts: Saved[] = [];
  for (const [i, title] of titles.entries()) {
    const post = await written(title, `Le texte ${i} de la file.`, {
      publish_at: { local: wallIn((50 + i) * 24 * 60), zone: 'Europe/Paris' },
    });
    posts.push(await api<Saved>('POST', `/posts/${post.id}/moves`, { move: 'submit' }));
  }
  const [one, two] = posts;
  if (!one || !two) throw new Error('no posts');
  // the first was approved once, and has changed since: both versions stand side by side
  await api('POST', `/posts/${one.id}/moves`, { move: 'approve', revision: one.revision });
  const { headers } = await context.request
    .get(`${new URL(home()).origin}/api/v1/posts/${one.id}`, {
      headers: { Authorization: `Bearer ${process.env.E2E_TOKEN}` },
    })
    .then((answer) => ({ headers: answer.headers() }));
  await api(
    'PATCH',
    `/posts/${one.id}`,
    { text: 'Le texte neuf de la file, à 12 €.' },
    { 'If-Match': headers.etag ?? '' },
  );

  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/approval?post=${one.id}`);
  const review = page.getByRole('article', { name: 'File une' });
  await expect(review.locator('del', { hasText: '0' })).toBeVisible();
  await expect(review.locator('ins', { hasText: 'neuf' })).toBeVisible();
  await accessible(page);

  await page.keyboard.press('s');
  await page.getByLabel('Votre version').fill('Le texte tout neuf de la file, à 12 €.');
  await page.getByRole('button', { name: 'Envoyer la suggestion' }).press('Enter');
  await expect(review.getByRole('button', { name: 'Accepter' })).toBeVisible();

  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'File deux' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: 'Valider 2 publications' })).toBeVisible();
  await page.keyboard.press('Shift+A');
  await expect
    .poll(async () => [(await saved(one)).status, (await saved(two)).status])
    .toEqual(['scheduled', 'scheduled']);
  await expect(page.getByText('2 publications validées')).toBeVisible();
  await page.keyboard.press('u');
  await expect
    .poll(async () => [(await saved(one)).status, (await saved(two)).status])
    .toEqual(['in_review', 'in_review']);

  await page.getByRole('button', { name: /^File une/ }).click();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Demander des corrections à 2 publications' });
  await dialog.getByText('Ton', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Demander des corrections' }).click();
  await expect
    .poll(async () => [(await saved(one)).status, (await saved(two)).status])
    .toEqual(['changes_requested', 'changes_requested']);
});

test('what leaves the queue while one reads it gives its place, and its keys, to no other', async ({
  page,
  context,
}) => {
  const posts: Saved[] = [];
  for (const [i, title] of ['Reste là', 'S’en va'].entries()) {
    const post = await written(title, `Le texte ${i} qui attend.`, {
      publish_at: { local: wallIn((70 + i) * 24 * 60), zone: 'Europe/Paris' },
    });
    posts.push(await api<Saved>('POST', `/posts/${post.id}/moves`, { move: 'submit' }));
  }
  const [stays, leaves] = posts;
  if (!stays || !leaves) throw new Error('no posts');
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/approval?post=${leaves.id}`);
  await expect(page.getByRole('article', { name: 'S’en va' })).toBeVisible();
  await api('POST', `/posts/${leaves.id}/moves`, { move: 'withdraw' });
  await expect(page.getByText(/Ce que vous lisiez n’attend plus ici/)).toBeVisible();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^Reste là/ }).click();
  await expect(page.getByRole('article', { name: 'Reste là' })).toBeVisible();
  expect((await saved(stays)).status).toBe('in_review');

  // and what is first stays what is read when another comes before it
  await page.goto(`${home()}/approval`);
  const first = await page.getByRole('heading', { level: 2 }).textContent();
  const early = await written('Passe devant', 'Le texte pressé.', {
    publish_at: { local: wallIn(30), zone: 'Europe/Paris' },
  });
  await api('POST', `/posts/${early.id}/moves`, { move: 'submit' });
  await expect(page.getByRole('button', { name: /^Passe devant/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(first ?? '');
  await api('POST', `/posts/${early.id}/moves`, { move: 'archive' });
});
