import { createServer, type IncomingHttpHeaders } from 'node:http';
import { daemonAt } from './daemon';
import { accessible, api, calendar, expect, home, signIn, speak, test } from './world';

test('anywhere by a few letters @smoke', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(home());
  await page.getByRole('button', { name: 'Chercher ou aller à' }).click();
  const field = page.getByRole('combobox', { name: /Une page, une publication/ });
  await field.fill('ouverture de la saison');
  await expect(page.getByRole('option', { name: /Ouverture de la saison/ })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await field.fill('notif');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Notifications/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/notices$/);
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
  await accessible(page);
  await page.getByRole('switch', { name: 'Raccourcis d’une seule touche' }).click({ force: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what one is told by mail is chosen and kept', async ({ page, context }) => {
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/notices`);
  await page
    .getByRole('button', { name: /sujets, à choisir/ })
    .last()
    .click();
  const out = page.getByLabel('Par e-mail : Une publication est parue');
  await out.selectOption('aussitôt');
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter une règle' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Pas encore enregistré')).toHaveCount(0);
  await page.reload();
  await page
    .getByRole('button', { name: /sujets, à choisir/ })
    .last()
    .click();
  await expect(out).toHaveValue('at_once');
  await expect(page.getByText('dans Maison Lumen · jamais')).toBeVisible();
  await accessible(page);
});

test('a program is told, and each try can be read', async ({ page, context }) => {
  const heard: IncomingHttpHeaders[] = [];
  const server = createServer((request, answer) => {
    heard.push(request.headers);
    request.resume();
    answer.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/hooks`);
  await page.getByRole('button', { name: 'Nouveau webhook' }).click();
  await page.getByLabel('Nom').fill('CMS de la maison');
  await page.getByLabel('Adresse').fill(`http://127.0.0.1:${port}/in`);
  await page.getByLabel('Seulement ce que je choisis').check();
  await page.locator('.mantine-MultiSelect-inputField').click();
  await page.getByRole('option', { name: /^Envoi \(delivery/ }).click();
  await page.getByRole('heading', { name: 'Nouveau webhook' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Créer' }).click();
  await expect(page.getByLabel('Secret')).toHaveValue(/^whsec_/);
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();
  await page.getByRole('button', { name: 'Envoyer un essai' }).click();
  await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(1);
  expect(heard[0]?.['webhook-signature']).toMatch(/^v1,/);
  const tested = page.getByRole('listitem').filter({ hasText: 'hook.tested' });
  await expect(tested.getByText('Reçu')).toBeVisible({ timeout: 15_000 });
  await tested.getByRole('button', { name: /tentative/ }).click();
  await expect(tested.getByText('reçu', { exact: true })).toBeVisible();
  await accessible(page);
  await tested.getByRole('button', { name: /^Renvoyer/ }).click();
  await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(2);
  expect(heard[1]?.['webhook-id']).toBe(heard[0]?.['webhook-id']);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/hooks$/);
  await expect(page.getByText('CMS de la maison')).toHaveCount(0);
  server.close();
});

test('a crisis is opened, spoken about, and closed', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/desk`);
  await page.getByRole('link', { name: 'Cellule de crise' }).click();
  await page.getByLabel('Ce qui se passe').fill('Une lampe chauffe trop.');
  await accessible(page);
  await page.getByRole('button', { name: 'Ouvrir la crise' }).click();
  await expect(page.getByRole('heading', { name: 'Une lampe chauffe trop.' })).toBeVisible();
  await page.getByRole('button', { name: 'Les rédiger' }).click();
  await page.getByRole('textbox', { name: 'Éléments de langage' }).fill('Nous vérifions.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Nous vérifions.')).toBeVisible();
  await page.getByRole('button', { name: 'Épingler un message' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'En rédiger un' }).click();
  await expect(page).toHaveURL(/\/posts\/post_/);
  const banner = page.getByRole('region', { name: 'Crise', exact: true });
  await expect(banner).toContainText('Une lampe chauffe trop.');
  await banner.getByRole('link').click();
  await expect(page.getByRole('link', { name: 'Message d’attente' })).toBeVisible();
  await page.getByText('Critique').click();
  await expect(page.getByRole('region', { name: 'Crise', exact: true })).toContainText('Critique');
  await page.getByLabel('Ce que vous avez vu ou fait').fill('Vu avec l’atelier.');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByText('Vu avec l’atelier.').last()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Clore la crise' }).click();
  await page.getByLabel('Ce que vous en retenez').fill('Un lot de test.');
  await page.getByLabel(/Lever ce qui a été suspendu/).check();
  await page.getByRole('button', { name: 'Clore', exact: true }).click();
  await expect(page.getByText('Un lot de test.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Crise', exact: true })).toHaveCount(0);
  expect((await api<{ items: unknown[] }>('GET', '/pauses?active=true')).items).toEqual([]);
});

test('a campaign has a narrower margin, and a wider one for somebody', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/plan`);
  await page.getByRole('link', { name: /^Marge de/ }).click();
  const own = page.getByRole('switch', { name: 'Cette campagne a sa propre marge' });
  await own.click({ force: true }); // what is seen of it is drawn over it
  await expect(own).toBeChecked();
  await page.getByRole('slider').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Pas encore enregistré')).toHaveCount(0);
  await page.getByRole('button', { name: 'Élargir la marge' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.mantine-MultiSelect-inputField').click();
  await page.getByRole('option', { name: 'Karim Benali' }).click();
  await dialog.getByRole('heading').first().click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  await dialog.locator('[name=until]').fill(tomorrow);
  await dialog.getByLabel('Pourquoi').fill('Le direct de ce soir');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Élargir' }).click();
  await expect(page.getByText('Pour Karim Benali')).toBeVisible();
  await accessible(page);
  const { items } = await api<{ items: { margin: { characters: number } | null }[] }>(
    'GET',
    `/calendars/${calendar()}/campaigns`,
  );
  expect(items[0]?.margin?.characters).toBe(10); // of 15
  await page.goto(`${home()}/settings/record`);
  await expect(page.getByText(/marge élargie pour Karim Benali/).first()).toBeVisible();
  await expect(page.getByText(/mem_/)).toHaveCount(0);
  await page.goto(`${home()}/settings/plan`);
  await page.getByRole('link', { name: /^Marge de/ }).click();
  await page.getByRole('button', { name: 'Y mettre fin' }).click();
  await expect(page.getByText('Personne n’a ici plus')).toBeVisible();
});

test('an empty instance is set up from the browser', async ({ page, refused }) => {
  refused(401, 422);
  const empty = await daemonAt('127.0.0.1', 'empty');
  try {
    await page.goto(empty.url);
    await expect(page).toHaveURL(/\/setup$/);
    await page.getByText('Français').click();
    await expect(page.getByRole('heading', { name: 'Bienvenue dans Parution' })).toBeVisible();
    await accessible(page);
    await page.getByLabel('Code d’installation').fill('AAAA-AAAA-AAAA-AAAA');
    await page.getByLabel('Votre nom').fill('Inès Lenoir');
    await page.getByLabel('E-mail').fill('ines@lenoir.example');
    await page.locator('[name=password]').fill('trois croissants au beurre');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect(page.getByText(/Ce n’est pas le code/)).toBeVisible();
    await page.getByLabel('Code d’installation').fill(empty.setup.toLowerCase());
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect(page).toHaveURL(/\/start$/);
    await page.getByLabel('Nom').fill('Boulangerie Lenoir');
    await page.getByLabel('Le remplir d’un mois d’exemple').check();
    await accessible(page);
    await page.getByRole('button', { name: 'Créer le calendrier' }).click();
    await expect(page).toHaveURL(/\/calendars\/cal_/);
    await page.goto(`${page.url().split('?')[0]}?q=coulisses&view=list`);
    await page.goto(`${empty.url}/setup`);
    await expect(page.getByRole('heading', { name: 'Cette instance a déjà ses membres' })).toBeVisible();
    await accessible(page);
  } finally {
    empty.stop();
  }
});
