import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { accessible, api, calendar, expect, home, type MadePost, signIn, speak, test, url, wallIn } from './world';

async function clientComes(who: string, name: string) {
  const made = await api<{ id: string; link: string }>('POST', `/calendars/${calendar()}/client-links`, { for: who });
  const token = new URL(made.link).hash.slice(1);
  const { visit } = await api<{ visit: string }>('POST', '/client/visits', { token, name });
  return { link: made.id, visit };
}

test('an owner erases the name of a client whose link is revoked', async ({ page, context }) => {
  const { link } = await clientComes('Odile, côté client', 'Odile Garnier');
  await api('DELETE', `/client-links/${link}`);
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/links`);
  const revoked = page.getByRole('region', { name: 'Révoqués' });
  const erase = revoked.getByRole('button', { name: 'Effacer le nom de Odile, côté client' });
  await expect(revoked).toContainText('Odile Garnier');
  await erase.press('Enter');
  const asked = page.getByRole('dialog', { name: /^Effacer le nom de Odile/ });
  await expect(asked).toContainText('Ce qui reste');
  await accessible(page);
  await asked.getByRole('button', { name: 'Effacer le nom' }).click();
  await expect(revoked).toContainText('Personne effacée');
  await expect(revoked.getByRole('button')).toHaveCount(0); // there is nothing left to erase
  await expect(page.getByText('Odile')).toHaveCount(0);
  await accessible(page);
  await signIn(context, 'karim'); // who owns nothing
  await page.goto(`${home()}/settings/links`);
  await expect(page.getByText('Vos rôles n’ouvrent pas cette page.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Révoqués' })).toHaveCount(0);
  await accessible(page);
});

test('one links an account in Slack by a code, and unlinks it', async ({ page, context }) => {
  const signing = '0123456789abcdef0123456789abcdef';
  const hook = await api<{ id: string }>('POST', `/calendars/${calendar()}/hooks`, {
    way: 'slack_app',
    name: 'Slack',
    app: { token: 'xoxb-1-2-abcdef', signing_secret: signing, room: 'C024BE91L' },
  });
  await signIn(context, 'karim');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/profile`);
  await page.getByRole('button', { name: 'Relier un compte' }).click();
  const typed = await page.getByLabel('À taper dans Slack').inputValue();
  expect(typed).toMatch(/^\/parution link \S+$/);
  await accessible(page);
  const body = new URLSearchParams({
    command: '/parution',
    text: typed.replace('/parution ', ''),
    team_id: 'T024BE7LD',
    user_id: 'U2147483697',
  }).toString();
  const stamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(`${url()}/slack/${hook.id}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Slack-Request-Timestamp': stamp,
      'X-Slack-Signature': `v0=${createHmac('sha256', signing).update(`v0:${stamp}:${body}`).digest('hex')}`,
    },
  });
  expect(answer.status).toBe(200);
  await expect(page.getByRole('dialog')).toHaveCount(0); // it has heard
  await expect(page.getByText('U2147483697')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Délier le compte U2147483697' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Délier' }).click();
  await expect(page.getByText('Aucun compte Slack n’est encore le vôtre.')).toBeVisible();
  await api('POST', `/hooks/${hook.id}/moves`, { move: 'disable' });
});

test('a program is told of sign-ins by a webhook of the instance', async ({ page, context }) => {
  const heard: { type: string; data: { calendar?: string } }[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      heard.push(JSON.parse(body));
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/instance-hooks`);
  await page.getByRole('button', { name: 'Nouveau webhook' }).click();
  await page.getByLabel('Nom').fill('Surveillance');
  await page.getByLabel('Adresse').fill(`http://127.0.0.1:${port}/in`);
  await page.getByLabel('Seulement ce que je choisis').check();
  await page.locator('.mantine-MultiSelect-inputField').click();
  await expect(page.getByRole('option', { name: /\(delivery\./ })).toHaveCount(0); // which is of a calendar
  await page.getByRole('option', { name: /^Session \(session/ }).click();
  await page.getByRole('heading', { name: 'Nouveau webhook' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();
  await expect(page).toHaveURL(/\/instance-hooks\/hook_/);
  const other = await context.browser()?.newContext();
  if (other) await signIn(other, 'grace');
  await expect.poll(() => heard.map((h) => h.type), { timeout: 15_000 }).toEqual(['session.started']);
  expect(heard[0]?.data.calendar ?? '').toBe('');
  await accessible(page);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/instance-hooks$/);
  await expect(page.getByText('Surveillance')).toHaveCount(0);
  await other?.close();
  server.close();
});

test('the crisis statement is known as such wherever it stands', async ({ page, context }) => {
  const channels = await api<{ items: { id: string; platform: string }[] }>('GET', `/calendars/${calendar()}/channels`);
  const at = wallIn(26 * 60); // which may be in the next month
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: 'Un mot sur les lampes',
    text: 'Nous vérifions.',
    crisis: true,
    channels: channels.items.filter((c) => c.platform === 'feed').map((c) => c.id),
    publish_at: { local: at, zone: 'Europe/Paris' },
  });
  await api('POST', `/posts/${post.id}/moves`, { move: 'submit' });
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}?view=list&day=${at.slice(0, 10)}`);
  const words = 'Message de crise';
  await expect(page.getByRole('listitem').filter({ hasText: 'Un mot sur les lampes' })).toContainText(words);
  await page.goto(`${home()}?view=board&day=${at.slice(0, 10)}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Un mot sur les lampes' })).toContainText(words);
  await page.goto(`${home()}/approval?whose=all&post=${post.id}`);
  await expect(page.getByRole('article', { name: 'Un mot sur les lampes' })).toContainText('Aucune suspension');
  await accessible(page);
  // and the letters of the queue do nothing for whoever has turned them off
  const keys = page.getByRole('list', { name: 'Raccourcis', exact: true });
  await expect(keys).toBeVisible();
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Raccourcis d’une seule touche' }).click({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('s');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/approval/);
  await expect(page.getByRole('button', { name: 'Proposer d’autres mots' }).first()).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await page.goto(`${home()}/posts/${post.id}`);
  await expect(page.getByText(/C’est le message de crise\. Aucune suspension ne l’arrête/)).toBeVisible();
  await accessible(page);
  await api('POST', `/posts/${post.id}/moves`, { move: 'archive' });
});
