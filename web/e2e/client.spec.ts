import { accessible, api, calendar, expect, home, type MadePost, signIn, speak, test, wallIn } from './world';

async function waiting(title: string, text: string): Promise<MadePost> {
  const channels = await api<{ items: { id: string; platform: string }[] }>('GET', `/calendars/${calendar()}/channels`);
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title,
    text,
    channels: channels.items.filter((c) => c.platform === 'feed').map((c) => c.id),
    publish_at: { local: wallIn(3 * 24 * 60), zone: 'Europe/Paris' },
  });
  return api<MadePost>('POST', `/posts/${post.id}/moves`, { move: 'submit' });
}

test('a client comes in by a link on a phone, approves one and asks for changes on another', async ({
  page,
  context,
  browser,
}) => {
  const yes = await waiting('Vitrine de décembre', 'La vitrine de décembre est prête.');
  const no = await waiting('Vœux', 'Bone année à toutes et tous.');
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/links`);
  await page.getByRole('button', { name: 'Créer un lien' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pour qui').fill('Cléo, côté client');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  const link = await page.getByLabel('Le lien, pour une personne').inputValue();
  await accessible(page);

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Votre nom').fill('Cléo Arnaud');
  await expect(theirs).toHaveURL(/\/client$/); // the secret is out of the address
  await accessible(theirs);
  await theirs.getByRole('button', { name: 'Regarder' }).click();
  const piece = (text: string) => theirs.getByRole('article').filter({ hasText: text });
  await expect(piece('La vitrine de décembre')).toBeVisible();
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await accessible(theirs);
  await piece('La vitrine de décembre').getByRole('button', { name: 'Donner le BAT' }).click();
  await piece('Bone année').getByRole('button', { name: 'Demander des corrections' }).click();
  await piece('Bone année').getByText('Orthographe').click();
  await piece('Bone année').getByLabel('Que faut-il changer').fill('« Bonne », avec deux n.');
  await piece('Bone année').getByRole('button', { name: 'Envoyer' }).click();
  await expect(theirs.getByRole('region', { name: 'Chez l’équipe' })).toContainText('deux n');
  await theirs.reload();
  await expect(theirs.getByRole('region', { name: 'Chez l’équipe' })).toContainText('deux n');
  await accessible(theirs);

  await page.goto(`${home()}/posts/${no.id}`);
  await expect(page.getByText('« Bonne », avec deux n.').first()).toBeVisible();
  // the team corrects it: what is different stands there, and still does after a look elsewhere
  const { etag } = (await context.request.get(`${new URL(home()).origin}/api/v1/posts/${no.id}`)).headers();
  await api(
    'PATCH',
    `/posts/${no.id}`,
    { text: 'Bonne année à toutes et tous.', link: { url: 'https://maison-lumen.example/voeux', title: 'Nos vœux' } },
    { 'If-Match': etag ?? '' },
  );
  await api('POST', `/posts/${no.id}/moves`, { move: 'submit' });
  await theirs.reload();
  const changed = piece('Bonne année').getByRole('region', { name: 'Modifié depuis votre lecture' });
  await expect(changed.locator('del', { hasText: 'Bone' })).toBeVisible();
  await expect(changed.locator('ins', { hasText: 'Bonne' })).toBeVisible();
  await expect(changed).toContainText('Nos vœux');
  await accessible(theirs);
  await piece('Bonne année').getByRole('button', { name: 'Donner le BAT' }).click();
  await expect(piece('Bonne année')).toHaveCount(0);
  await phone.close();

  const status = async (post: MadePost) => (await api<MadePost>('GET', `/posts/${post.id}`)).status;
  expect(await status(yes)).toBe('scheduled');
  await expect.poll(() => status(no)).toBe('scheduled');
});

test('a client speaks of a passage, selected by finger on a phone', async ({ page, context, browser }) => {
  const post = await waiting('Marché', 'Le marché ouvre samedi. 👩‍🎨 Venez tôt.');
  const { link } = await api<{ link: string }>('POST', `/calendars/${calendar()}/client-links`, { for: 'Ana' });
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Votre nom').fill('Ana Ruiz');
  await theirs.getByRole('button', { name: 'Regarder' }).tap();
  const piece = theirs.getByRole('article').filter({ hasText: 'Le marché ouvre' });
  await piece.getByRole('button', { name: 'Écrire à l’équipe' }).tap();
  await piece.getByLabel('Écrire à l’équipe').fill('Plutôt à 8 h ?');
  await piece.getByRole('button', { name: 'Commenter un passage' }).tap();
  // a finger sends no key and no mouse: the field alone hears of what is selected
  await piece.getByLabel('Sélectionnez un passage').evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('Venez tôt');
    field.setSelectionRange(at, at + 'Venez tôt'.length);
  });
  await accessible(theirs);
  await piece.getByRole('button', { name: 'Commenter', exact: true }).tap();
  await expect(piece.getByRole('blockquote')).toHaveText('Venez tôt');
  await expect(piece.getByLabel('Écrire à l’équipe')).toHaveValue('Plutôt à 8 h ?'); // what was written stays
  await accessible(theirs);
  await piece.getByRole('button', { name: 'Envoyer' }).tap();
  await expect(piece.getByText('Plutôt à 8 h ?')).toBeVisible();
  await phone.close();

  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('tab', { name: /Échanges/ }).click();
  await page.getByRole('button', { name: 'Montrer' }).click();
  const selected = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value?.slice(field.selectionStart, field.selectionEnd);
    });
  await expect.poll(selected).toBe('Venez tôt');
  await api('POST', `/posts/${post.id}/moves`, { move: 'archive' });
});

test('a client who closes the tab has seen what was on it', async ({ page, browser }) => {
  const post = await waiting('Horaires de fête', 'Ouvert le 24 jusqu’à 16 h.');
  const { link } = await api<{ link: string }>('POST', `/calendars/${calendar()}/client-links`, {
    for: 'Zoé, côté client',
  });
  const phone = await browser.newContext({ locale: 'fr-FR' });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Votre nom').fill('Zoé Petit');
  await theirs.getByRole('button', { name: 'Regarder' }).click();
  await expect(theirs.getByRole('article').filter({ hasText: 'Ouvert le 24' })).toBeVisible();
  const visit = await theirs.evaluate(() => localStorage.getItem('parution.visit.') ?? '');
  const since = async () => {
    const answer = await page.request.get(`${new URL(home()).origin}/api/v1/client/posts/${post.id}`, {
      headers: { Authorization: `Bearer ${visit}` },
    });
    return ((await answer.json()) as { since: number }).since;
  };
  await theirs.close();
  const now = await page.request.get(`${new URL(home()).origin}/api/v1/posts/${post.id}`, {
    headers: { Authorization: `Bearer ${process.env.E2E_TOKEN}` },
  });
  const etag = now.headers().etag ?? '';
  await api('PATCH', `/posts/${post.id}`, { text: 'Ouvert le 24 jusqu’à 17 h.' }, { 'If-Match': etag });
  expect(await since()).toBe(1); // so the other hour is shown beside the one that they saw
  await phone.close();
});

test('the bell rings while one looks elsewhere, and is quiet once it is read', async ({ page, context }) => {
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/profile`);
  const bell = page.getByRole('button', { name: /^Notifications/ });
  await bell.click();
  const told = page.getByRole('region', { name: 'Notifications' });
  await expect(told).toBeVisible();
  await page.keyboard.press('Escape');

  const me = await context.request.get(`${new URL(home()).origin}/api/v1/me`);
  const { member } = (await me.json()) as { member: string };
  const post = await waiting('À revoir', 'Un texte à revoir.');
  await api('POST', `/posts/${post.id}/comments`, { text: 'Regarde ceci.', mentions: [member] });
  await expect(bell).toHaveAccessibleName(/non lue/); // live, without a reload
  await bell.click();
  await expect(told.getByRole('link', { name: 'À revoir' }).first()).toBeVisible();
  await accessible(page);
  await told.getByRole('button', { name: 'Tout marquer comme lu' }).click();
  await expect(bell).toHaveAccessibleName('Notifications');
});
