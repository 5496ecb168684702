import { accessible, calendar, expect, home, signIn, speak, test, url } from './world';

// Every page, at both sizes, in both languages, by day and by night: no error, nothing that a screen reader trips over,
// nothing wider than the screen.
const paths = ['', '?view=week', '?view=list', '/posts/new', '/approval', '/desk'];

for (const language of ['fr', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every page is sound (${language}, ${scheme}) ${language === 'fr' && scheme === 'light' ? '@smoke' : ''}`, async ({
      page,
      context,
    }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await signIn(context, 'ines');
      await speak(context, language);
      for (const path of paths) {
        await test.step(path || '/', async () => {
          await page.goto(home() + path);
          await expect(page.getByRole('main')).toBeVisible();
          await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined); // the stream never ends
          expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
          await accessible(page);
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
