import { accessible, api, calendar, expect, home, signIn, speak, test, url } from './world';

// Every page, at both sizes, in both languages, by day and by night: no error, nothing that a screen reader trips over,
// nothing wider than the screen.
const paths = [
  '',
  '?view=week',
  '?view=day',
  '?view=list',
  '?view=board',
  '/posts/new',
  '/approval',
  '/desk',
  '/crisis',
  '/settings/calendar',
  '/settings/channels',
  '/settings/plan',
  '/settings/members',
  '/settings/links',
  '/settings/roles',
  '/settings/approval',
  '/settings/absences',
  '/settings/margin',
  '/settings/times',
  '/settings/hooks',
  '/settings/record',
  '/settings/profile',
  '/settings/security',
  '/settings/notices',
  '/settings/tokens',
  '/settings/people',
  '/settings/instance-hooks',
];

for (const language of ['fr', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every page is sound (${language}, ${scheme}) ${language === 'fr' && scheme === 'light' ? '@smoke' : ''}`, async ({
      page,
      context,
    }, testInfo) => {
      test.setTimeout(paths.length * 10_000); // many pages, each of them through axe
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await signIn(context, 'ines');
      await speak(context, language);
      for (const path of paths) {
        await test.step(path || '/', async () => {
          await page.goto(home() + path);
          await expect(page.getByRole('main')).toBeVisible();
          await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
          expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
          // a phone widens its window to what overflows: the screen does not
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
          await accessible(page);
          const name = path.replace(/\W+/g, '-').replace(/^-/, '') || 'calendar';
          const folder = `${testInfo.project.outputDir}/pages/${testInfo.project.name}-${language}-${scheme}`;
          await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true }); // to be looked at by people
        });
      }
    });
  }
}

test('sign-in is by the front door @smoke', async ({ page, refused }) => {
  refused(401);
  await page.goto(`${url()}/calendars/${calendar()}/desk`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await accessible(page);
  await page.locator('[name=email]').fill('ines@maison-lumen.example');
  await page.locator('[name=password]').fill('surely not this one');
  await page.locator('[type=submit]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('[name=password]').fill(process.env.E2E_PASSWORD ?? '');
  await page.locator('[type=submit]').click();
  await expect(page).toHaveURL(/\/desk$/);
});

test('an address that is nothing says so', async ({ page, context }) => {
  await signIn(context, 'ines');
  await page.goto(`${url()}/calendars/cal_nothing`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await context.request.get(`${url()}/nothing`)).status()).toBe(404);
});

test('somebody is invited, comes in, and chooses a new password later', async ({ page, context, browser }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${home()}/settings/members`);
  await page.getByRole('button', { name: 'Inviter' }).click();
  const email = `nora-${Date.now()}@maison-lumen.example`;
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('dialog').getByLabel('Validation').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Inviter' }).click();
  const link = await page.getByLabel('Lien pour entrer').inputValue();

  const guest = await browser.newContext({ locale: 'en-GB' });
  const theirs = await guest.newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: /Maison Lumen/ })).toBeVisible();
  await expect(theirs).toHaveURL(/\/invitation$/); // the secret is out of the address
  await accessible(theirs);
  await theirs.getByLabel(/^(Your name|Votre nom)/).fill('Nora Lindqvist');
  await theirs.locator('[name=password]').fill('sept lampes dans la cuisine');
  await theirs.locator('[type=submit]').click();
  await expect(theirs).toHaveURL(/\/calendars\/cal_/);
  await guest.close();

  const members = await api<{ items: { id: string; email: string }[] }>('GET', `/calendars/${calendar()}/members`);
  const nora = members.items.find((m) => m.email === email);
  const reset = await api<{ link: string }>('POST', `/members/${nora?.id}/resets`);
  const again = await browser.newContext({ locale: 'en-GB' });
  const chosen = await again.newPage();
  await chosen.goto(reset.link);
  await chosen.locator('[name=password]').fill('huit lampes dans le couloir');
  await chosen.locator('[type=submit]').click();
  await expect(chosen.getByRole('heading', { name: 'Your new password is set' })).toBeVisible();
  await again.close();
});

test('an owner makes another calendar, with a feed to begin with', async ({ page, context }) => {
  await signIn(context, 'ines');
  await speak(context, 'fr');
  await page.goto(`${url()}/start`);
  await expect(page.getByRole('heading', { name: 'Un calendrier' })).toBeVisible();
  await accessible(page);
  await page.getByLabel('Nom').fill('Boulangerie Lenoir');
  await page.getByRole('button', { name: 'Créer le calendrier' }).click();
  await expect(page).toHaveURL(/\/calendars\/cal_/);
  await expect(page.getByText('Boulangerie Lenoir').first()).toBeVisible();
  await page.getByRole('button', { name: 'Nouvelle publication' }).click();
  await expect(page.getByRole('dialog').getByLabel('Boulangerie Lenoir')).toBeVisible();
});
