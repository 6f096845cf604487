import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { rawRequest } from '../testing/raw-request.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { NotesController, noteId } from '../testing/test-routes.js';

let issuer: TestIssuer;
let gateway: TestGateway;
let ask: Client;

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: [NotesController] });
  ask = clientOf(gateway, issuer);
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

describe('a service that says no', () => {
  const kinds = { conflict: 409, 'not-found': 404, forbidden: 403, 'stale-version': 412, unprocessable: 422 };

  test.each(Object.entries(kinds))(
    '%s is told with status %i, its code, its sentence and its facts',
    async (kind, status) => {
      const response = await ask(`/v1/notes/failing/${kind}`);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toEqual({
        type: 'urn:meridian:problem:projects/told-no',
        title: expect.any(String),
        status,
        code: 'projects/told-no',
        detail: 'The project said no.',
        instance: `/v1/notes/failing/${kind}`,
        correlationId: response.headers.get('correlation-id'),
        details: { limit: 3 },
      });
    },
  );

  test('a wrong shape names every field as a pointer', async () => {
    const response = await ask('/v1/notes/failing/invalid');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '/tasks/0/na~1me', detail: 'must be a string' }],
    });
  });

  test('a service that is away is a 503 that says when to come back', async () => {
    const response = await ask('/v1/notes/failing/unavailable');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toMatchObject({ detail: 'Budgeting does not answer.' });
  });

  test('a service that failed is a 500 without a word about why', async () => {
    const response = await ask('/v1/notes/failing/remote');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('requests.projects');
  });
});

test('a defect is logged once with the correlation id, and the client learns nothing of it', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const response = await ask('/v1/notes/failing/defect?secret=canary-8');
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/canary|password|Error|\bat /);
  expect(logged).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(logged.mock.calls[0])).toContain(response.headers.get('correlation-id')!);
  expect(JSON.stringify(logged.mock.calls[0])).not.toContain('canary-8');
  logged.mockRestore();
});

test('a body of a wrong shape names every field', async () => {
  const body = { count: 'ten', weight: 'middle', steps: [{ name: 1 }, { other: 'x' }], owner: 'me' };
  const response = await ask('/v1/notes', { method: 'POST', body });
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { pointer: string }[] };
  const pointers = errors.map((error) => error.pointer);
  for (const pointer of [
    '/title',
    '/count',
    '/weight',
    '/steps/0/name',
    '/steps/1/name',
    '/steps/1/other',
    '/owner',
  ]) {
    expect(pointers).toContain(pointer);
  }
});

test('an operator in place of a text is a wrong shape', async () => {
  const response = await ask('/v1/notes', { method: 'POST', body: { title: { $gt: '' } } });
  expect(response.status).toBe(400);
});

test('an id that is no UUID is a wrong shape', async () => {
  const response = await ask('/v1/notes/1%20or%201=1');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ parameter: 'noteId' }] });
});

describe('what HTTP itself refuses is told as a problem too:', () => {
  const cases: Readonly<Record<string, readonly [number, () => Promise<Response>]>> = {
    'an address nobody has': [404, () => ask('/v1/nothing')],
    'a method the address does not take': [404, () => ask(`/v1/notes/${noteId}`, { method: 'OPTIONS' })],
    'a body that is no JSON': [400, () => ask('/v1/notes', { method: 'POST', body: '{"title":' })],
    'an empty body': [400, () => ask('/v1/notes', { method: 'POST', body: '' })],
    'a body that is no UTF-8': [
      400,
      () => ask('/v1/notes', { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]) }),
    ],
    'a content type nobody reads': [
      415,
      () => ask('/v1/notes', { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } }),
    ],
    'a form': [
      415,
      () =>
        ask('/v1/notes', {
          method: 'POST',
          body: 'a=b',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
    ],
    'a file where none is taken': [
      415,
      () => ask('/v1/notes', { method: 'POST', body: 'a,b', headers: { 'content-type': 'text/csv' } }),
    ],
    'an address that cannot be decoded': [400, () => ask('/v1/notes/%E0%A4%A')],
    'an address that is too long': [414, () => ask(`/v1/notes?cursor=${'a'.repeat(5_000)}`)],
  };

  test.each(Object.keys(cases))('%s', async (name) => {
    const [status, send] = cases[name]!;
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      status,
      correlationId: response.headers.get('correlation-id'),
    });
  });

  test('garbage on the wire', async () => {
    const answer = await rawRequest(gateway.port, 'GARBAGE\r\n\r\n');
    expect(answer).toContain('HTTP/1.1 400 Bad Request');
    expect(answer).toContain('application/problem+json');
  });

  test('headers without end', async () => {
    const answer = await rawRequest(
      gateway.port,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toContain('HTTP/1.1 431');
    expect(answer).toContain('application/problem+json');
  });
});

test('a file is taken where a route is made for it', async () => {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await ask('/v1/notes/file', { method: 'POST', body: new Uint8Array(2_000_000), headers });
  expect(await response.json()).toEqual({ bytes: 2_000_000 });
});

test('a read is reduced to what the caller may see, whatever the service answered', async () => {
  expect(await (await ask('/v1/notes/of/everybody')).json()).toEqual({
    open: 'yes',
    secret: 'for the PMO only',
  });
  const sponsor = clientOf(gateway, issuer, ['sponsor']);
  expect(await (await sponsor('/v1/notes/of/everybody')).json()).toEqual({ open: 'yes' });
});

test('every answer carries the security headers, refusals included, and allows no other origin', async () => {
  for (const response of [
    await ask('/v1/notes'),
    await ask('/v1/nothing'),
    await fetch(`${gateway.url}/v1/notes`),
  ]) {
    const { headers } = response;
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`connect-src 'self' ${issuer.url}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});
