import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

// daemonAt starts the built binary in an empty folder, on a port of its own, under a name of this machine: with the
// demonstration, or with nobody in it.
export async function daemonAt(host: string, start: 'demo' | 'empty' = 'demo') {
  const folder = mkdtempSync(join(tmpdir(), 'parution-e2e-'));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const binary = join(import.meta.dirname, '../../bin/parution');
  const daemon = spawn(
    binary,
    [
      'serve',
      ...(start === 'demo' ? ['--demo'] : []),
      '--listen',
      `127.0.0.1:${port}`,
      '--public-url',
      url,
      '--data',
      join(folder, 'data'),
      '--key-file',
      join(folder, 'key'),
      '--allow-private',
      '127.0.0.0/8',
      '--link-checks',
      'off',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = await ready(daemon);
  const told = (pattern: RegExp) => said.match(pattern)?.[1] ?? '';
  return {
    url,
    password: told(/^password of each: (\S+)/m),
    setup: told(/with this code, good until then: (\S+)/m),
    token: told(/^owner token: (\S+)/m),
    calendar: told(/^calendar: (\S+)/m),
    stop: () => {
      daemon.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// One daemon serves all tests.
export default async function start() {
  const here = await daemonAt('127.0.0.1');
  process.env.E2E_URL = here.url;
  process.env.E2E_PASSWORD = here.password;
  process.env.E2E_TOKEN = here.token;
  process.env.E2E_CALENDAR = here.calendar;
  return here.stop;
}

function ready(daemon: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    let errors = '';
    daemon.stderr?.on('data', (piece) => {
      errors += piece;
    });
    daemon.stdout?.on('data', (piece) => {
      said += piece;
      // what follows that line is written at once
      if (/^Parution .* is at /m.test(said)) setTimeout(() => done(said), 100);
    });
    daemon.on('exit', (code) => fail(new Error(`the daemon ended with ${code}\n${errors.slice(-2000)}`)));
  });
}
