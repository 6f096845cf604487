import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rawRequest, statusOf } from '../testing/raw-request.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { NotesController } from '../testing/test-routes.js';
import { routeInventory } from './route-inventory.js';

let issuer: TestIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  issuer = await startTestIssuer();
  const webRoot = mkdtempSync(join(tmpdir(), 'meridian-web-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Meridian</title>');
  gateway = await startTestGateway({ issuer: issuer.url, controllers: [NotesController], webRoot });
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'QUERY',
];

/** Ways to write one address that some router or some proxy once took for it. */
function formsOf(path: string): readonly string[] {
  const [, first = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  const encodedFirst = `%${first.charCodeAt(0).toString(16)}${first.slice(1)}`;
  return [
    path,
    `${path}/`,
    `${path}//`,
    `/${path}`,
    `//${path}`,
    `/.${path}`,
    `/./${first}/${tail}`,
    `/x/..${path}`,
    `${path}/.`,
    `${path}/..`,
    `${path}/./`,
    `${path}/../${rest.at(-1)}`,
    `${path}%2f`,
    `${path}%2F`,
    `${path}%5c`,
    `/%2e${path}`,
    `/%2e%2e${path}`,
    `/%2e%2e%2f${first}/${tail}`,
    `/${encodedFirst}/${tail}`,
    `/${first}%2f${tail}`,
    `/${first}%252f${tail}`,
    `/${first}//${tail}`,
    `/${first}/./${tail}`,
    `/${first}/x/../${tail}`,
    `/${first}\\${tail}`,
    `${path};`,
    `${path};x=1`,
    `/${first};x=1/${tail}`,
    `/;${path}`,
    `${path}?`,
    `${path}?x`,
    `${path}?_method=GET`,
    `${path}#`,
    `${path}#x`,
    `${path}%23`,
    `${path}%3f`,
    `${path}%00`,
    `${path}%00.html`,
    `${path}%20`,
    `${path}%09`,
    `${path}%0a`,
    `${path}.`,
    `${path}.json`,
    `${path}.html`,
    `${path}.css`,
    `${path}~`,
    `${path}*`,
    path.toUpperCase(),
    `/${first.toUpperCase()}/${tail}`,
    `/${first}/${tail.toUpperCase()}`,
    `*${path.slice(1)}`,
    `*`,
    path.slice(1),
    `http://127.0.0.1${path}`,
    `http://evil.example${path}`,
    `HTTP://127.0.0.1${path}`,
    `http://127.0.0.1?${path}`,
    `https://x@127.0.0.1${path}`,
    `/docs/..${path}`,
    `/docs/%2e%2e${path}`,
    `/openapi.json/..${path}`,
    `/index.html/..${path}`,
    `/config.json${path}`,
    `/healthz${path}`,
    `/${first}/${tail}/index.html`,
    `${path}/config.json`,
    `/${[...first].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')}/${tail}`,
    `/%E2%84%AA${path}`,
    `${path}%c0%af`,
  ];
}

const OVERRIDES = [
  '',
  'X-HTTP-Method-Override: GET\r\nX-Method-Override: GET\r\nX-Original-URL: /docs\r\nX-Rewrite-URL: /docs\r\nX-Forwarded-Prefix: /docs\r\n',
];

describe('without a token, however the address of a protected route is written, no method gets in:', () => {
  const protectedRoutes = [
    '/v1/notes',
    '/v1/notes/11111111-1111-4111-8111-111111111111',
    '/v1/me',
    '/v1/live',
  ];

  test.each(protectedRoutes)('%s', async (path) => {
    const inside: string[] = [];
    let probes = 0;
    for (const form of formsOf(path)) {
      await Promise.all(
        METHODS.flatMap((method) =>
          OVERRIDES.map(async (override) => {
            const answer = await rawRequest(
              gateway.port,
              `${method} ${form} HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*\r\n${override}Content-Length: 0\r\nConnection: close\r\n\r\n`,
            );
            probes += 1;
            const status = statusOf(answer);
            if (status < 400 || status >= 500) inside.push(`${method} ${form} -> ${status}`);
          }),
        ),
      );
    }
    expect(inside).toEqual([]);
    expect(probes).toBeGreaterThanOrEqual(60 * METHODS.length);
  });

  test('and every route that is not public is tried with each method', async () => {
    const routes = routeInventory(gateway.app).filter((route) => route.access !== 'public');
    expect(routes.length).toBeGreaterThan(8);
    for (const route of routes) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const path = route.path.replace(/:\w+/g, '11111111-1111-4111-8111-111111111111');
        const response = await fetch(gateway.url + path, { method });
        expect({ route: route.path, method, status: response.status }).toEqual({
          route: route.path,
          method,
          status: method === route.method || response.status === 401 ? 401 : 404,
        });
      }
    }
  });
});
