import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDataFolder, readSecrets, writeRunning } from './data-folder.js';
import { Ending } from './ending.js';
import { greeting } from './greeting.js';
import { readLaunchOptions } from './launch-options.js';
import { preflight } from './preflight.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-launcher-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, port: (server.address() as AddressInfo).port };
}

describe('the command line', () => {
  test('has defaults for everything', () => {
    expect(readLaunchOptions([])).toMatchObject({ port: 8080, reset: false, empty: false, smoke: false });
  });

  test('takes another port', () => {
    expect(readLaunchOptions(['--port', '8090', '--reset'])).toMatchObject({ port: 8090, reset: true });
  });

  test('names what it does not understand and what is allowed', () => {
    expect(() => readLaunchOptions(['--port', 'http'])).toThrow(
      '--port is http; it must be a whole number from 1 to 65534.',
    );
    expect(() => readLaunchOptions(['--rest'])).toThrow(/--rest/);
  });
});

describe('the look at the machine', () => {
  test('a taken port is told with its owner and another port to pass', async () => {
    const { server, port } = await listening();
    const told = preflight(port, folder);
    await expect(told).rejects.toThrow(
      new RegExp(`^port ${port} is used by pid ${process.pid} .*; pass --port \\d+$`),
    );
    await new Promise((closed) => server.close(closed));
  });

  test('a port taken on every address counts as taken too', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, ready));
    const { port } = server.address() as AddressInfo;
    await expect(preflight(port, folder)).rejects.toThrow(`port ${port} is used by`);
    await new Promise((closed) => server.close(closed));
  });
});

describe('the data folder', () => {
  test('keeps its passwords between starts, readable by nobody else', async () => {
    const first = await readSecrets(await openDataFolder(folder, false), ['budgeting']);
    const again = await readSecrets(await openDataFolder(folder, false), ['budgeting', 'projects']);
    expect(again.databases['budgeting']).toBe(first.databases['budgeting']);
    expect(again.databases['projects']).toMatch(/^[0-9a-f]{40}$/);
    expect(again.bus).toEqual(first.bus);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  test('a reset deletes the data and the passwords that belong to it', async () => {
    const before = await openDataFolder(folder, false);
    const secrets = await readSecrets(before, ['budgeting']);
    await writeFile(join(before.data, 'demonstration.json'), '{}');
    const after = await openDataFolder(folder, true);
    await expect(readFile(join(after.data, 'demonstration.json'))).rejects.toThrow('ENOENT');
    expect((await readSecrets(after, ['budgeting'])).databases).not.toEqual(secrets.databases);
  });

  test('what an ended start left behind does not stop the next one', async () => {
    const opened = await openDataFolder(folder, false);
    await writeRunning(opened, { pid: 2 ** 22 + 1, url: 'http://localhost:8080', issuer: '', services: {} });
    await expect(openDataFolder(folder, false)).resolves.toEqual(opened);
  });
});

describe('the ending', () => {
  test('what was started last ends first, and a failure does not keep the rest from ending', async () => {
    const order: string[] = [];
    const ending = new Ending();
    const stores = ending.group();
    stores(async () => void order.push('database'));
    const services = ending.group();
    services(() => Promise.reject(new Error('will not end')));
    services(async () => void order.push('service'));
    await Promise.all([ending.all(), ending.all()]);
    expect(order).toEqual(['service', 'database']);
  });

  test('who is ready only after the ending began ends at once', async () => {
    const ending = new Ending();
    const add = ending.group();
    await ending.all();
    let isEnded = false;
    add(async () => {
      isEnded = true;
    });
    expect(isEnded).toBe(true);
  });
});

test('the greeting says where it is, who can sign in and how to end it', () => {
  const text = greeting('http://localhost:8080', 11.94, false);
  expect(text).toContain('Ready in 11.9 s →  http://localhost:8080');
  expect(text).toMatch(/anna\.meyer +pmo manager/);
  expect(text).toContain('password of everybody: demo');
  expect(text).toContain('Ctrl-C ends it');
});
