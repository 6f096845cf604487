import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rawRequest, statusOf } from '../testing/raw-request.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';

let folder: string;
let gateway: TestGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-web-'));
  const root = join(folder, 'web');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Meridian</title>');
  writeFileSync(join(root, 'assets', 'app-B7x9k2Qf.js'), 'export {}');
  writeFileSync(join(root, '.env'), 'SECRET=canary');
  writeFileSync(join(folder, 'outside.txt'), 'canary');
  gateway = await startTestGateway({ issuer: 'http://127.0.0.1:9', webRoot: root });
});

afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(gateway.url + path, { headers });
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the web application', () => {
  test.each(['/', '/projects', '/projects/22222222-2222-4222-8222-222222222222/plan', '/portfolio/'])(
    'is there at %s',
    async (path) => {
      const response = await get(path, browser);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('Meridian');
    },
  );

  test('has files whose names change with their content kept for a year', async () => {
    const response = await get('/assets/app-B7x9k2Qf.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const again = await get('/assets/app-B7x9k2Qf.js', { 'if-none-match': response.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  test.each(['/v1/nothing', '/docs/nothing', '/assets/app-00000000.js', '/healthz/live', '/metrics', '/api'])(
    'leaves %s alone',
    async (path) => {
      const response = await get(path, browser);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    },
  );

  test('is for browsers: a program that asks for JSON at the address of a screen gets 404', async () => {
    expect((await get('/projects', { accept: 'application/json' })).status).toBe(404);
  });

  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/.env',
    '/assets/../.env',
    '/%2eenv',
    '//outside.txt',
    '/assets/..;/../../outside.txt',
    '/index.html%00.js',
    '/....//outside.txt',
  ])('shows nothing outside of it: %s', async (path) => {
    const answer = await rawRequest(
      gateway.port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toContain('canary');
  });
});

test.each([
  '/' + 'a'.repeat(4_000) + '%',
  '/' + 'a-'.repeat(1_900) + '!',
  '/a'.repeat(1_900) + '.',
  '/' + 'a.'.repeat(1_900),
])('no address is slow to judge: %.20s', async (path) => {
  const before = performance.now();
  expect([400, 404]).toContain((await get(path, browser)).status);
  expect(performance.now() - before).toBeLessThan(250);
});

test('before the application is built the API works alone, afterwards it is there', async () => {
  const later = mkdtempSync(join(tmpdir(), 'meridian-web-'));
  const early = await startTestGateway({ issuer: 'http://127.0.0.1:9', webRoot: later });
  expect((await fetch(`${early.url}/`, { headers: browser })).status).toBe(404);
  expect((await fetch(`${early.url}/openapi.json`)).status).toBe(200);
  writeFileSync(join(later, 'index.html'), '<!doctype html>');
  expect((await fetch(`${early.url}/`, { headers: browser })).status).toBe(200);
  await early.stop();
  rmSync(later, { recursive: true });
});
