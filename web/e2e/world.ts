import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export const url = () => process.env.E2E_URL ?? '';
export const calendar = () => process.env.E2E_CALENDAR ?? '';
export const home = () => `${url()}/calendars/${calendar()}`;

export type Person = 'ines' | 'karim' | 'grace' | 'louis'; // manager, two editors, reviewer

// signIn opens a session for somebody of the demonstration, as the sign-in page does.
export async function signIn(context: BrowserContext, who: Person) {
  const answer = await context.request.post(`${url()}/api/v1/session`, {
    headers: { Origin: url() },
    data: { email: `${who}@maison-lumen.example`, password: process.env.E2E_PASSWORD },
  });
  expect(answer.status()).toBe(200);
}

// speak sets the language of whoever is signed in.
export async function speak(context: BrowserContext, language: 'en' | 'fr') {
  const me = await context.request.get(`${url()}/api/v1/me`);
  const answer = await context.request.patch(`${url()}/api/v1/me`, {
    headers: { Origin: url(), 'If-Match': me.headers().etag ?? '' },
    data: { language },
  });
  expect(answer.status()).toBe(200);
}

// api asks with the owner's token: what a test arranges, or looks up.
export async function api<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await fetch(`${url()}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${process.env.E2E_TOKEN}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

export interface MadePost {
  id: string;
  revision: number;
  status: string;
  title: string;
}

// wallIn is the calendar's wall time some minutes from now.
export function wallIn(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
    .replace(' ', 'T')
    .slice(0, 19);
}

// A page fails its test when anything goes wrong that nobody would see: an error on the console, an error of the page.
// Where an answer is meant to be a refusal, the test says so beforehand.
export const test = base.extend<{ refused: (...statuses: number[]) => void }>({
  refused: [
    async ({ page }, use) => {
      const wrong: string[] = [];
      const meant: number[] = [];
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      await use((...statuses) => meant.push(...statuses));
      const told = meant.map((status) => `status of ${status}`);
      expect(wrong.filter((text) => !told.some((words) => text.includes(words)))).toEqual([]);
    },
    { auto: true },
  ],
});

// accessible lets axe look at a page. Bars that stay in place while the page scrolls stand with the rest for that long: what
// they cover by half at this moment is not too small.
export async function accessible(page: Page) {
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('header, nav, h2, th')) {
      if (['sticky', 'fixed'].includes(getComputedStyle(bar).position)) bar.style.position = 'static';
    }
  });
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('header, nav, h2, th')) bar.style.position = '';
  });
  expect(
    found.violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    ),
  ).toEqual([]);
}

// Newsroom is a fake receiver of webhooks, which keeps what it hears and can cut the line after having heard.
export class Newsroom {
  heard: unknown[] = [];
  cut = false;
  private server: Server;
  address = '';

  constructor() {
    this.server = createServer((request, answer) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => {
        this.heard.push(JSON.parse(body));
        if (this.cut) request.socket.destroy();
        else answer.writeHead(204).end();
      });
    });
  }

  async open() {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    this.address = `http://127.0.0.1:${(this.server.address() as { port: number }).port}/`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  // connect makes a channel of it.
  async connect(name: string): Promise<string> {
    const channel = await api<{ id: string }>('POST', `/calendars/${calendar()}/channels`, {
      platform: 'webhook',
      name,
      settings: { url: this.address },
      credentials: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    });
    return channel.id;
  }
}

export { expect };
