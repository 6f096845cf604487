import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { anna, startTestIssuer } from '../testing/test-issuer.js';
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

const body = { title: 'kept' };

describe('an idempotency key', () => {
  test.each(['POST', 'PATCH', 'PUT', 'DELETE'])(
    'is demanded of a %s that changes something',
    async (method) => {
      const path = method === 'POST' ? '/v1/notes' : `/v1/notes/${noteId}`;
      const response = await ask(path, {
        method,
        body: method === 'DELETE' ? undefined : body,
        headers: { 'idempotency-key': undefined },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'gateway/idempotency-key-missing',
        errors: [{ header: 'Idempotency-Key' }],
      });
    },
  );

  test.each(['short', 'x'.repeat(129), 'with a blank in it!', 'naïve-naïve-naïve'])(
    '%p is malformed',
    async (key) => {
      const response = await ask('/v1/notes', { method: 'POST', body, headers: { 'idempotency-key': key } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'gateway/idempotency-key-malformed' });
    },
  );

  test('is not asked of a search that is posted', async () => {
    const response = await ask('/v1/notes/search', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': undefined },
    });
    expect(response.status).toBe(201);
  });

  test('travels to the service with the claims, the correlation id and the trace', async () => {
    const correlationId = '0b54a4a2-6b2c-4d0e-9d1c-000000000001';
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const headers = { 'idempotency-key': 'k'.repeat(16), 'correlation-id': correlationId, traceparent };
    const response = await ask('/v1/notes', { method: 'POST', body, headers });
    expect(response.headers.get('correlation-id')).toBe(correlationId);
    expect(((await response.json()) as { caller: object }).caller).toEqual({
      claims: { subject: anna, personId: anna, name: 'Anna Meyer', roles: ['pmo-manager'] },
      idempotencyKey: 'k'.repeat(16),
      correlationId,
      traceparent,
    });
  });

  test('does not let a malformed correlation id or trace through', async () => {
    const headers = { 'correlation-id': 'x; drop', traceparent: '00-0-0-0' };
    const response = await ask('/v1/notes', { method: 'POST', body, headers });
    expect(response.headers.get('correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(((await response.json()) as { caller: object }).caller).not.toHaveProperty('traceparent');
  });
});

describe('the expected version', () => {
  const put = (ifMatch?: string) => {
    return ask(`/v1/notes/${noteId}`, {
      method: 'PUT',
      body,
      headers: ifMatch ? { 'if-match': ifMatch } : {},
    });
  };

  test('is demanded where a record is replaced', async () => {
    const response = await put();
    expect(response.status).toBe(428);
    expect(await response.json()).toMatchObject({
      code: 'gateway/version-missing',
      errors: [{ header: 'If-Match' }],
    });
  });

  test('comes from If-Match, and the answer carries the new one', async () => {
    const response = await put('"7"');
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"8"');
  });

  test('comes from the ETag of a read as it was given', async () => {
    const read = await ask(`/v1/notes/${noteId}`);
    const response = await put(read.headers.get('etag')!);
    expect(response.headers.get('etag')).toBe('"8"');
  });

  test.each(['*', '7', 'W/"7"', '"7", "8"', '"07"', '"-1"', '"x"', '"99999999999999999999"', '""'])(
    '%s is refused',
    async (tag) => {
      const response = await put(tag);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'gateway/version-malformed' });
    },
  );

  test('is optional elsewhere', async () => {
    const response = await ask(`/v1/notes/${noteId}`, { method: 'PATCH', body });
    expect(response.status).toBe(200);
    const { caller } = (await response.json()) as { caller: object };
    expect(caller).not.toHaveProperty('expectedVersion');
  });
});

describe('a conditional read', () => {
  test('is answered 304 without a body when nothing has changed', async () => {
    const etag = (await ask(`/v1/notes/${noteId}`)).headers.get('etag')!;
    expect(etag).toMatch(/^"7-[\w-]{22}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(`/v1/notes/${noteId}`, { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
  });

  test('is answered anew when a computed figure changed and the version did not', async () => {
    const etag = (await ask(`/v1/notes/${noteId}`)).headers.get('etag')!;
    NotesController.computed += 1;
    const again = await ask(`/v1/notes/${noteId}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
  });

  test('is never kept for somebody else', async () => {
    const { headers } = await ask(`/v1/notes/${noteId}`);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toContain('Authorization');
  });
});

describe('a page', () => {
  test('names the next one in the body and in a link that keeps the other parameters', async () => {
    const response = await ask('/v1/notes?limit=5');
    expect(await response.json()).toEqual({ items: [5], nextCursor: 'abc_DEF-1' });
    expect(response.headers.get('link')).toBe('</v1/notes?limit=5&cursor=abc_DEF-1>; rel="next"');
  });

  test('without a next one has no link', async () => {
    expect((await ask('/v1/notes?cursor=abc')).headers.get('link')).toBeNull();
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=ten',
    'limit=1.5',
    'limit=1&limit=2',
    'limit[$gt]=1',
    `cursor=${'a'.repeat(201)}`,
    'other=1',
  ])('%s is refused', async (query) => {
    const response = await ask(`/v1/notes?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'gateway/invalid-request' });
  });
});
