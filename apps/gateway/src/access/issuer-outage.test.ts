import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import { eventually } from '@meridian/testing';

const running: { stop(): unknown }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function gatewayFor(issuer: string): Promise<TestGateway> {
  const gateway = await startTestGateway({ issuer });
  running.push(gateway);
  return gateway;
}

const me = (gateway: TestGateway, token: string) =>
  fetch(`${gateway.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });

test('the gateway starts before the identity provider, says so, and lets people in once it is there', async () => {
  const issuer = await startTestIssuer();
  running.push(issuer);
  let isUp = false;
  const front = createServer((request, response) => {
    if (!isUp) return void response.writeHead(502).end();
    response.setHeader('content-type', 'application/json');
    const keys = { keys: [issuer.publicJwk] };
    response.end(JSON.stringify(request.url === '/jwks' ? keys : { issuer: url, jwks_uri: `${url}/jwks` }));
  });
  const url = await listening(front);
  const gateway = await gatewayFor(url);
  const token = await issuer.token({ iss: url });

  const early = await me(gateway, token);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('1');
  expect(await early.text()).not.toContain(url);

  isUp = true;
  await eventually(async () => expect((await me(gateway, token)).status).toBe(200));
});

test('an issuer that names another one is not trusted', async () => {
  const issuer = await startTestIssuer();
  running.push(issuer);
  const front = createServer((_, response) => {
    response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` }));
  });
  const url = await listening(front);
  const gateway = await gatewayFor(url);
  expect((await me(gateway, await issuer.token({ iss: url }))).status).toBe(503);
  expect((await me(gateway, await issuer.token())).status).toBe(503);
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({ stop: () => new Promise((resolve) => server.close(resolve)) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
