import type { Page } from '@playwright/test';
import {
  accessible,
  api,
  calendar,
  expect,
  home,
  type MadePost,
  Newsroom,
  signIn,
  speak,
  test,
  url,
  wallIn,
} from './world';

const newsroom = new Newsroom();
const room = `Salle de presse ${process.pid}`;
let channel = '';

test.beforeAll(async () => {
  await newsroom.open();
  channel = await newsroom.connect(room);
});
test.afterAll(() => newsroom.close());
test.beforeEach(() => {
  newsroom.cut = false;
});

const card = (page: Page, title: string) => page.locator('.fc-event', { hasText: title });
const day = (offset: number) => wallIn(offset * 24 * 60).slice(0, 10);

async function made(title: string): Promise<MadePost> {
  const found = await api<{ items: MadePost[] }>(
    'GET',
    `/calendars/${calendar()}/posts?q=${encodeURIComponent(title)}`,
  );
  const post = found.items.find((p) => p.title === title);
  if (!post) throw new Error(`no post ${title}`);
  return post;
}

async function approved(title: string, text: string, minutes: number): Promise<MadePost> {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title,
    text,
    channels: [channel],
    publish_at: { local: wallIn(minutes), zone: 'Europe/Paris' },
  });
  return api<MadePost>('POST', `/posts/${post.id}/moves`, { move: 'approve', revision: post.revision });
}

test('a month is planned: jotted down, dragged, moved by keyboard, undone @smoke', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}?view=month&day=${day(0)}`);
  await page.getByRole('button', { name: 'Nouvelle publication' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titre').fill('Soldes d’hiver');
  await dialog.getByLabel('Texte').fill('Les soldes commencent.');
  await dialog.locator('[name=day]').fill(day(2));
  await dialog.getByLabel(room).check();
  await dialog.getByRole('button', { name: 'Ajouter au planning' }).click();
  await expect(card(page, 'Soldes d’hiver')).toBeVisible();
  await expect(dialog).toHaveCount(0);

  const to = page.locator(`td[data-date="${day(4)}"]`);
  await to.scrollIntoViewIfNeeded();
  const [from, target] = [await card(page, 'Soldes d’hiver').boundingBox(), await to.boundingBox()];
  if (!from || !target) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 35, from.y + 15, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 12 });
  await page.mouse.up();
  await expect(page.getByText('« Soldes d’hiver » est maintenant')).toBeVisible();
  await expect(to.locator('.fc-event', { hasText: 'Soldes d’hiver' })).toBeVisible();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(
    page.locator(`td[data-date="${day(2)}"]`).locator('.fc-event', { hasText: 'Soldes d’hiver' }),
  ).toBeVisible();

  await card(page, 'Soldes d’hiver').focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog').locator('[name=day]').fill(day(3));
  await page.keyboard.press('Enter');
  const there = page.locator(`td[data-date="${day(3)}"]`).locator('.fc-event', { hasText: 'Soldes d’hiver' });
  await expect(there).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(there).toBeFocused(); // whoever moved it goes with it

  // arrows walk the days, turn the page at its end, and the tab key stops at one place
  const stops = page.locator('.fc [tabindex="0"]');
  const at = (date: string) => page.locator(`td[data-date="${date}"]`);
  const within = (date: string) => expect(at(date).locator(':scope:focus, :focus')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await within(day(4));
  await expect(stops).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await within(day(3));
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/day=/);
  await expect(at(day(3))).toHaveCount(0);
  await expect(stops).toHaveCount(1);
  await expect(stops).toBeFocused();
  await accessible(page);
  const empty = (await stops.getAttribute('data-date')) ?? '';
  await page.keyboard.press('n');
  await expect(dialog.locator('[name=day]')).toHaveValue(empty);
  await page.keyboard.press('Escape');
  await expect(stops).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(at(day(3)).locator('.fc-event', { hasText: 'Soldes d’hiver' })).toBeVisible();
});

test('a card that is drawn anew while it is held keeps its hour, and the last move is the one that is told', async ({
  page,
  context,
}) => {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'Tenue longtemps',
    publish_at: { local: '2027-02-09T11:00', zone: 'Europe/Paris' },
  });
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.setViewportSize({ width: 1280, height: 1200 });
  await page.goto(`${home()}?day=2027-02-09`);
  const card = page.locator('.fc-event', { hasText: 'Tenue longtemps' });
  const day = (date: string) => page.locator(`td[data-date="${date}"]`);
  const hold = async (date: string) => {
    const [from, to] = [await card.boundingBox(), await day(date).boundingBox()];
    if (!from || !to) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 20, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 30, { steps: 5 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 15 });
  };
  await hold('2027-02-10');
  await api('POST', `/calendars/${calendar()}/posts`, {
    title: 'Venue entre-temps',
    publish_at: { local: '2027-02-02T08:00', zone: 'Europe/Paris' },
  });
  await expect(page.getByText('Venue entre-temps')).toBeVisible();
  await page.mouse.up();
  const at = async () =>
    (await api<{ publish_at: { local: string } }>('GET', `/posts/${post.id}`)).publish_at.local.slice(0, 16);
  await expect.poll(at).toBe('2027-02-10T11:00');
  await expect(card).toHaveCount(1);
  await hold('2027-02-11');
  await page.mouse.up();
  await expect.poll(at).toBe('2027-02-11T11:00');
  await page.getByText(/est maintenant le jeudi 11 février/).waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(at).toBe('2027-02-10T11:00');
});

test('the board: a card goes where a move leads, dragged or by keyboard, and nowhere else', async ({
  page,
  context,
}) => {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'Sur le tableau',
    text: 'Une carte qui avance.',
    channels: [channel],
    publish_at: { local: `${day(4)}T10:00`, zone: 'Europe/Paris' },
  });
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}?view=board&day=${day(4)}`);
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  const on = (name: string) => column(name).getByRole('listitem').filter({ hasText: 'Sur le tableau' });
  const drag = (from: string, to: string) => on(from).dragTo(column(to), { targetPosition: { x: 60, y: 20 } });
  const status = async () => (await api<MadePost>('GET', `/posts/${post.id}`)).status;
  await expect(on('Brouillons')).toBeVisible();

  await drag('Brouillons', 'Publié');
  await expect(on('Brouillons')).toBeVisible(); // nothing but leaving makes a post published
  expect(await status()).toBe('draft');
  await drag('Brouillons', 'À valider');
  await expect(on('À valider')).toBeVisible();
  expect(await status()).toBe('in_review');

  const card = on('À valider').getByRole('button', { name: 'Sur le tableau', exact: true });
  await card.focus();
  await page.keyboard.press('ArrowLeft'); // whatever stands there, and back to the same height
  await expect(card).not.toBeFocused();
  await expect(card).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  while (!(await card.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowDown');
  await expect(card).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'Valider → Validé' })).toBeVisible();
  await accessible(page);
  await expect(page.getByRole('menuitem', { name: 'Valider → Validé' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(on('Validé')).toBeVisible();
  expect(await status()).toBe('scheduled');

  await drag('Validé', 'À corriger');
  await page.getByRole('dialog').getByText('Orthographe').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Demander des corrections' }).click();
  await expect(on('À corriger')).toBeVisible();
  expect(await status()).toBe('changes_requested');
});

test('a month goes on paper whole, and a day shows one card for each hour', async ({ page, context }) => {
  const channels = await api<{ items: { id: string }[] }>('GET', `/calendars/${calendar()}/channels`);
  const other = channels.items.find((c) => c.id !== channel)?.id ?? '';
  const at = (time: string) => ({ local: `${day(6)}T${time}`, zone: 'Europe/Paris' });
  for (let i = 1; i <= 6; i++) {
    await api('POST', `/calendars/${calendar()}/posts`, {
      title: `Journée pleine ${i}`,
      text: 'Une parmi plusieurs.',
      channels: [channel, other],
      publish_at: at(`0${i}:00`),
      ...(i === 6 && { variants: { [other]: { publish_at: at('18:30') } } }),
    });
  }
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}?view=month&day=${day(6)}`);
  const rest = page.locator(`[data-more="${day(6)}"]`);
  await expect(rest).toHaveText(/^\d+ de plus$/);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Imprimer le mois' }).click();
  const paper = page.locator('[data-print]');
  await expect(paper).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  for (let i = 1; i <= 6; i++) await expect(paper.getByText(`Journée pleine ${i}`).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nouvelle publication' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);

  await rest.press('Enter');
  await expect(page.getByRole('button', { name: 'Journée pleine 6' }).first()).toBeVisible(); // the list, at that day
  await page.goto(`${home()}?view=day&day=${day(6)}`);
  await expect(card(page, 'Journée pleine 6')).toHaveCount(2);
});

test('drafts are written, submitted and approved without a mouse @smoke', async ({ page, context, browser }) => {
  await signIn(context, 'karim');
  await page.goto(`${home()}/posts/new?at=${day(5)}`);
  await page.getByLabel('Titre', { exact: true }).fill('Journée portes ouvertes');
  await page.getByRole('textbox', { name: 'Texte' }).fill('Poussez la porte de l’atelier.');
  await page.getByRole('checkbox', { name: room }).check();
  await page.getByRole('checkbox', { name: 'Lumen notes (EN)' }).check();
  await page.getByRole('tab', { name: 'Lumen notes (EN)' }).click();
  await page.getByRole('textbox', { name: 'Texte sur Lumen notes (EN)' }).fill('Push the workshop’s door.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(/posts\/post_/);
  await page.getByRole('button', { name: 'Soumettre' }).click();
  await expect(page.getByText('« Journée portes ouvertes » est à valider.')).toBeVisible();

  const manager = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await signIn(manager, 'ines');
  await speak(manager, 'fr');
  const queue = await manager.newPage();
  const { id } = await made('Journée portes ouvertes');
  await queue.goto(`${home()}/approval?post=${id}`);
  await expect(queue.getByRole('heading', { name: 'Journée portes ouvertes' }).first()).toBeVisible();
  await expect(queue.getByText('Push the workshop’s door.')).toBeVisible();
  await queue.keyboard.press('a');
  await expect(queue.getByText('Vous avez validé « Journée portes ouvertes ».')).toBeVisible();
  await expect.poll(async () => (await made('Journée portes ouvertes')).status).toBe('scheduled');
  await queue.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(async () => (await made('Journée portes ouvertes')).status).toBe('in_review');

  await queue.goto(`${home()}/approval?post=${id}`);
  await queue.getByRole('button', { name: 'Demander des corrections' }).click();
  await queue.getByText('Orthographe').click();
  await queue.getByLabel('Avec vos mots').fill('Un accent manque.');
  await queue.getByRole('dialog').getByRole('button', { name: 'Demander des corrections' }).click();
  await expect.poll(async () => (await made('Journée portes ouvertes')).status).toBe('changes_requested');
  await manager.close();
  await expect(page.getByText('Un accent manque.')).toBeVisible(); // live, without a reload
});

test('the daemon publishes, and the desk shows it', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/desk`);
  await approved('À la minute', 'Part toute seule.', 0.15);
  await expect(page.getByRole('link', { name: 'À la minute' }).first()).toBeVisible();
  const results = page.getByRole('region', { name: 'Ce qui est parti' });
  await expect(results.getByRole('link', { name: 'À la minute' })).toBeVisible({ timeout: 30_000 });
  expect(newsroom.heard.length).toBeGreaterThan(0);
});

test('a typo is fixed inside the margin, and a price is not', async ({ page, context }) => {
  await signIn(context, 'karim');
  const post = await approved('Tarte du jour', 'La tarte est a 12 €.', 600);
  await page.goto(`${home()}/posts/${post.id}`);
  const text = page.getByRole('textbox', { name: 'Texte' });
  await text.fill('La tarte est à 12 €.');
  await expect(page.getByText('La validation tient si vous enregistrez.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  expect((await made('Tarte du jour')).status).toBe('scheduled');

  await text.fill('La tarte est à 14 €.');
  await expect(page.getByText('Si vous enregistrez, il faudra une nouvelle validation.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('dialog')).toContainText('Un nombre');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect.poll(async () => (await made('Tarte du jour')).status).toBe('in_review');
});

test('two editors collide, and nothing is lost', async ({ page, context, browser, refused }) => {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'À deux',
    text: 'Un deux trois.',
    channels: [channel],
  });
  refused(412);
  await signIn(context, 'karim');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('textbox', { name: 'Texte' }).fill('Un deux quatre.');

  const other = await browser.newContext();
  await signIn(other, 'grace');
  const theirs = await other.newPage();
  await theirs.goto(`${url()}/calendars/${calendar()}/posts/${post.id}`);
  await theirs.getByRole('textbox', { name: 'Text', exact: true }).fill('Zéro deux trois.');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('button', { name: 'Save' })).toBeDisabled();
  await other.close();

  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quelqu’un a enregistré avant vous' });
  await expect(dialog).toContainText('Zéro');
  await dialog.getByLabel('Ce qu’il faut retenir').fill('Zéro deux quatre.');
  await dialog.getByRole('button', { name: 'Enregistrer ceci' }).click();
  await expect(dialog).toBeHidden();
  expect((await api<{ text: string }>('GET', `/posts/${post.id}`)).text).toBe('Zéro deux quatre.');
});

test('what is not saved outlives a reload', async ({ page, context }) => {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'Interrompu',
    text: 'Avant.',
    channels: [channel],
  });
  await signIn(context, 'karim');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('textbox', { name: 'Texte' }).fill('Pas encore enregistré.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Texte' })).toHaveValue('Pas encore enregistré.');
  await page.getByRole('button', { name: 'Abandonner ces modifications' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte' })).toHaveValue('Avant.');
});

test('a pause stops what is due, says so everywhere, and what it stopped is settled by a person', async ({
  page,
  context,
}) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/desk`);
  await page.getByRole('button', { name: 'Suspendre' }).click();
  await page.getByLabel('Pourquoi').fill('Une annonce est fausse');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspendre' }).click();
  const banner = page.getByRole('region', { name: 'Suspensions' }).first();
  await expect(banner).toContainText('Une annonce est fausse');
  const heard = newsroom.heard.length;
  await approved('Sous la pause', 'Ne part pas.', 0.1);
  await page.goto(home());
  await expect(banner).toContainText('Une annonce est fausse');
  await expect.poll(async () => (await made('Sous la pause')).status, { timeout: 20_000 }).toBe('held');
  await page.goto(`${home()}/desk`);
  await page.getByRole('button', { name: 'Lever' }).click();
  await page.getByRole('dialog').getByRole('button').first().click();
  expect(newsroom.heard.length).toBe(heard);
  const row = page.getByRole('listitem').filter({ hasText: 'Sous la pause' });
  await row.getByRole('button', { name: 'Abandonner' }).click();
  await expect(row).toHaveCount(0);
  expect(newsroom.heard.length).toBe(heard);
});

test('what did not leave is moved from the desk', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/desk`);
  const row = page.getByRole('listitem').filter({ hasText: 'Liste des revendeurs' });
  await row.getByRole('button', { name: 'Déplacer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Liste des revendeurs' });
  await dialog.locator('[name=day]').fill(day(8));
  await accessible(page);
  await dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(row).toHaveCount(0);
  expect((await made('Liste des revendeurs')).status).toBe('scheduled');
});

test('an unclear outcome is answered by a person', async ({ page, context }) => {
  newsroom.cut = true;
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await approved('Réponse perdue', 'Est-elle partie ?', 0.1);
  await page.goto(`${home()}/desk`);
  const row = page.getByRole('listitem').filter({ hasText: 'Réponse perdue' });
  await row.getByRole('button', { name: 'C’est en ligne' }).click({ timeout: 40_000 });
  await page.getByLabel('Son adresse').fill('https://presse.example/1');
  await page.getByRole('dialog').getByRole('button', { name: 'C’est en ligne' }).click();
  await expect.poll(async () => (await made('Réponse perdue')).status).toBe('published');
});

test('people talk about a post, see each other there, and bring a version back', async ({ page, context, browser }) => {
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'À plusieurs',
    text: 'La première version.',
    channels: [channel],
  });
  await signIn(context, 'karim');
  await page.goto(`${home()}/posts/${post.id}`);
  await page.getByRole('tab', { name: 'Échanges' }).click();
  await page.getByLabel('Dire quelque chose').fill('Est-ce assez court ?');
  await page.getByRole('button', { name: 'Envoyer' }).click();

  const other = await browser.newContext();
  await signIn(other, 'grace');
  const theirs = await other.newPage();
  await theirs.goto(`${url()}/calendars/${calendar()}/posts/${post.id}`);
  await expect(theirs.getByText('Karim Benali is here')).toBeVisible();
  await expect(page.getByText('Grace Okafor est là')).toBeVisible();
  await theirs.getByRole('tab', { name: /Talk/ }).click();
  await expect(theirs.getByText('Est-ce assez court ?')).toBeVisible();
  await theirs.getByRole('textbox', { name: 'Text', exact: true }).fill('La seconde version.');
  await expect(page.getByText('Grace Okafor écrit ici')).toBeVisible();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue('La seconde version.');
  await other.close();

  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: /Version 1/ }).click();
  await page.getByRole('button', { name: 'Rétablir' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue('La première version.');
});
