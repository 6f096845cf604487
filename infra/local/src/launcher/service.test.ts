import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freePort } from '../free-port.js';
import { startLocalService } from './service.js';
import type { Service } from './service.js';

const HEALTHY = `
  import { createServer } from 'node:http';
  const started = Date.now();
  createServer((request, response) => {
    const isReady = Date.now() - started > 100;
    response.writeHead(isReady ? 200 : 503).end(String(process.pid));
  }).listen(Number(process.argv[2]), '127.0.0.1');
`;
const FAILING = `
  console.log(JSON.stringify({ level: 'info', msg: 'waiting for the database' }));
  console.log(JSON.stringify({ level: 'fatal', msg: 'cannot start', err: { message: 'the plan is missing' } }));
  console.error('and a plain line');
  process.exit(3);
`;

let folder: string;
let notices: string[];
let service: Service | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-service-'));
  notices = [];
});

afterEach(async () => {
  await service?.stop();
  service = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(program: string): Promise<{ readyUrl: string }> {
  const file = join(folder, 'main.mjs');
  await writeFile(file, program);
  const port = await freePort();
  const readyUrl = `http://127.0.0.1:${port}/healthz/ready`;
  service = await startLocalService({
    name: 'budgeting',
    file,
    arguments: [String(port)],
    environment: process.env,
    folder,
    logFile: join(folder, 'budgeting.log'),
    readyUrl,
    notice: (sentence) => notices.push(sentence),
  });
  return { readyUrl };
}

async function pidThatAnswers(url: string, other = 0): Promise<number> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    const pid = Number(answer?.status === 200 ? await answer.text() : 0);
    if (pid !== 0 && pid !== other) return pid;
    await new Promise((wait) => setTimeout(wait, 25));
  }
  throw new Error('Nobody answered within 10 s.');
}

test('a service counts as started when its health says so', async () => {
  const { readyUrl } = await start(HEALTHY);
  const answer = await fetch(readyUrl);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(String(service?.pid));
});

test('a service that ends by itself is started again, with a notice', async () => {
  const { readyUrl } = await start(HEALTHY);
  const first = await pidThatAnswers(readyUrl);
  process.kill(first, 'SIGKILL');
  expect(await pidThatAnswers(readyUrl, first)).toBe(service?.pid);
  expect(notices).toEqual([expect.stringContaining('budgeting ended (signal SIGKILL) and is started again')]);
});

test('a service that was stopped stays stopped until it is started', async () => {
  const { readyUrl } = await start(HEALTHY);
  await service?.stop();
  await expect(fetch(readyUrl)).rejects.toThrow();
  await service?.start();
  expect((await fetch(readyUrl)).status).toBe(200);
  expect(notices).toEqual([]);
});

test('a service that cannot start is told with its last lines, as a person reads them', async () => {
  const failure = await start(FAILING).then(
    () => undefined,
    (reason: Error) => reason.message,
  );
  expect(failure).toContain('budgeting ended at start (exit code 3). Its last lines:');
  expect(failure).toContain('info waiting for the database');
  expect(failure).toContain('fatal cannot start: the plan is missing');
  expect(failure).toContain('and a plain line');
});
