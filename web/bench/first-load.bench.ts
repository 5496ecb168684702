import { gzipSync } from 'node:zlib';
import { chromium, expect, test } from '@playwright/test';
import { home, signIn } from '../e2e/world';

const most = 350 * 1024; // of scripts and sheets, gzip
const runs = 7;

// The first load of the month, with an empty cache: how much comes over the wire, and how long until a card can be opened.
test('first load of the calendar', async () => {
  const browser = await chromium.launch(test.info().project.use.launchOptions);
  const took: number[] = [];
  let sizes: [string, number][] = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
    await signIn(context, 'ines');
    const page = await context.newPage();
    const fetched: Promise<[string, number]>[] = [];
    page.on('response', (answer) => {
      const name = new URL(answer.url()).pathname.split('/').pop() ?? '';
      if (!answer.url().includes('/assets/')) return;
      const size = name.endsWith('.woff2') ? (b: Buffer) => b.length : (b: Buffer) => gzipSync(b, { level: 9 }).length;
      fetched.push(answer.body().then((body) => [name, size(body)]));
    });
    await page.goto(home());
    await page.locator('.fc-event').first().waitFor();
    took.push(await page.evaluate(() => performance.now()));
    await page.waitForTimeout(500);
    sizes = await Promise.all(fetched);
    await context.close();
  }
  await browser.close();
  const total = (ends: string[]) =>
    sizes.filter(([n]) => ends.some((e) => n.endsWith(e))).reduce((sum, [, s]) => sum + s, 0);
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  const code = total(['.js', '.css']);
  console.log(`scripts and sheets, gzip: ${kib(code)} in ${sizes.length} files; fonts: ${kib(total(['.woff2']))}`);
  const sorted = [...took].sort((a, b) => a - b);
  console.log(
    `first card drawn, ms: ${sorted.map((t) => t.toFixed(0)).join(' ')}; median ${sorted[(runs - 1) / 2]?.toFixed(0)}`,
  );
  expect(code).toBeLessThan(most);
});
