import type { Page } from '@playwright/test';
import { accessible, api, calendar, expect, home, type MadePost, signIn, speak, test, url, wallIn } from './world';

// a day that the other tests leave alone: a full one shows four cards and how many more there are
const at = wallIn(40 * 24 * 60);

// illustrated plans a post with a picture of 1600 by 800 pixels, and submits it.
async function illustrated(page: Page, text: string): Promise<{ post: MadePost; media: string }> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 800;
    const ink = canvas.getContext('2d');
    for (let i = 0; ink && i < 400; i++) {
      ink.fillStyle = `hsl(${i * 7} 70% 50%)`;
      ink.fillRect((i * 37) % 1600, (i * 53) % 800, 200, 120);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  const made = await page.request.post(`${url()}/api/v1/media`, {
    headers: { Authorization: `Bearer ${process.env.E2E_TOKEN}`, Origin: url() },
    multipart: {
      calendar: calendar(),
      alt: 'Des couleurs',
      file: { name: 'couleurs.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') },
    },
  });
  expect(made.status()).toBe(201);
  const media = ((await made.json()) as { id: string }).id;
  const channels = await api<{ items: { id: string; platform: string }[] }>('GET', `/calendars/${calendar()}/channels`);
  const post = await api<MadePost>('POST', `/calendars/${calendar()}/posts`, {
    title: text,
    text,
    media: [media],
    channels: channels.items.filter((c) => c.platform === 'feed').map((c) => c.id),
    publish_at: { local: at, zone: 'Europe/Paris' },
  });
  return { post: await api<MadePost>('POST', `/posts/${post.id}/moves`, { move: 'submit' }), media };
}

test('cards and lists load small pictures, and a preview the whole one', async ({ page, context }) => {
  const { post, media } = await illustrated(page, 'Couleurs de saison');
  await signIn(context, 'ines');
  await speak(context, 'fr');
  for (const view of ['month', 'list', 'board']) {
    await page.goto(`${home()}?view=${view}&day=${at.slice(0, 10)}`);
    const small = page.locator(`img[src="/api/v1/media/${media}/file?size=small"]`).first();
    await small.scrollIntoViewIfNeeded();
    await expect.poll(() => small.evaluate((img: HTMLImageElement) => img.naturalWidth), view).toBe(480);
    expect(await small.getAttribute('loading')).toBe('lazy');
    await expect(page.locator(`img[src="/api/v1/media/${media}/file"]`)).toHaveCount(0);
  }
  await page.goto(`${home()}/posts/${post.id}`);
  const whole = page.locator(`img[src="/api/v1/media/${media}/file"]`).first();
  await expect.poll(() => whole.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600);
});

test('a client sees a picture small, in the place kept for it, and whole when they ask', async ({ page, browser }) => {
  const { post } = await illustrated(page, 'Couleurs pour le client');
  const { link } = await api<{ link: string }>('POST', `/calendars/${calendar()}/client-links`, {
    for: 'Lou, côté client',
  });
  const phone = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, isMobile: true });
  const theirs = await phone.newPage();
  let arrive = () => {};
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  await theirs.route(`**/client/posts/${post.id}/media/*?size=small`, async (route) => {
    await arrived;
    await route.continue();
  });
  await theirs.goto(link);
  await theirs.getByLabel('Votre nom').fill('Lou Petit');
  await theirs.getByRole('button', { name: 'Regarder' }).click();
  const piece = theirs.getByRole('article').filter({ hasText: 'Couleurs pour le client' });
  const picture = piece.getByAltText('Des couleurs').first();
  await picture.scrollIntoViewIfNeeded();
  const width = () => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
  const box = async () => {
    const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
    return { width: Math.round(width), height: Math.round(height) };
  };
  expect(await width()).toBe(0);
  const kept = await box();
  expect(kept.height).toBeGreaterThan(100);
  arrive();
  await expect.poll(width).toBe(480);
  expect(await box()).toEqual(kept);
  await accessible(theirs);
  await piece.getByRole('button', { name: 'Voir le visuel en grand' }).first().click();
  await expect.poll(width).toBe(1600);
  expect(await box()).toEqual(kept);
  await phone.close();
});
