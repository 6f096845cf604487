import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { jwtVerify } from 'jose';
import { startTestIssuer } from '../testing/test-issuer.js';
import { issuerKeys } from './issuer-keys.js';

const outside = 'https://sign-in.example';
const running: { stop(): unknown }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

test('keys come from the inner address of an issuer that browsers know under another one', async () => {
  const { token, discoveryUrl } = await issuerBehind(outside);
  const keys = issuerKeys(outside, { discoveryUrl });
  const { payload } = await jwtVerify(await token({ iss: outside }), keys, { issuer: outside });
  expect(payload.iss).toBe(outside);
});

test('a discovery document at the inner address that names another issuer is not trusted', async () => {
  const { token, discoveryUrl } = await issuerBehind('https://somebody-else.example');
  const keys = issuerKeys(outside, { discoveryUrl });
  await expect(jwtVerify(await token({ iss: outside }), keys)).rejects.toThrow('does not answer');
});

/** The address of a document that names `issuer` and the keys of the test. */
async function issuerBehind(issuer: string) {
  const inner = await startTestIssuer();
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ issuer, jwks_uri: `${inner.url}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(inner, { stop: () => server.close() });
  const { port } = server.address() as AddressInfo;
  return { token: inner.token, discoveryUrl: `http://127.0.0.1:${port}/discovery` };
}
