import { daemonAt } from './daemon';
import { accessible, expect, test } from './world';

// Devices keep passkeys for a name, so this daemon is called by one.
let here: Awaited<ReturnType<typeof daemonAt>>;
test.beforeAll(async () => {
  here = await daemonAt('localhost');
});
test.afterAll(() => here.stop());

test('a passkey is added, and opens the door', async ({ page, refused }) => {
  refused(401);
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${here.url}/calendars/${here.calendar}/settings/security`);
  await page.locator('[name=email]').fill('karim@maison-lumen.example');
  await page.locator('[name=password]').fill(here.password);
  await page.locator('[type=submit]').click();
  await expect(page).toHaveURL(/\/security$/);

  await page.getByRole('button', { name: /Add a passkey|Ajouter une clé d’accès/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=name]').fill('Phone');
  await dialog.locator('[name=password]').fill(here.password);
  await accessible(page);
  await dialog.locator('[type=submit]').click();
  await expect(page.getByRole('region', { name: /Passkeys|Clés d’accès/ }).getByText('Phone')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await accessible(page);

  await page.context().clearCookies();
  await page.goto(`${here.url}/sign-in?next=/calendars/${here.calendar}/settings/security`);
  await accessible(page);
  await page.getByRole('button', { name: /passkey|clé d’accès/ }).click();
  await expect(page).toHaveURL(/\/security$/);
});
