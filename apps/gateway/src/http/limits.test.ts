import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { rawRequest, statusOf } from '../testing/raw-request.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { NotesController } from '../testing/test-routes.js';
import { doorLimits } from './door-limits.js';

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

const post = (body: string) => ask('/v1/notes', { method: 'POST', body });

/** Of this process, so that neighbours do not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

describe('a body that would cost too much is refused before it costs anything:', () => {
  const bodies: Readonly<Record<string, string>> = {
    '50,000 arrays deep': `{"title":${nested(50_000)}}`,
    '50,000 arrays deep and not closed': `{"title":${'['.repeat(50_000)}`,
    '50,000 objects deep': `{"title":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    '33 levels deep': nested(33),
    'too many fields': `{${Array.from({ length: 501 }, (_, at) => `"k${at}":1`).join(',')}}`,
    'too many items': `{"title":[${'1,'.repeat(20_000)}1]}`,
    'brackets that never match': ']'.repeat(100_000),
    'a quote that never ends': `{"title":"${'a'.repeat(100_000)}`,
    'a backslash at the end': '{"title":"\\',
    'a million zeros': `{"count":${'0'.repeat(900_000)}}`,
    'a long fraction': `{"count":0.${'1'.repeat(900_000)}}`,
    'only blanks': ' '.repeat(1_000_000),
  };

  test.each(Object.keys(bodies))('%s', async (name) => {
    const before = processorMs();
    const response = await post(bodies[name]!);
    expect(response.status).toBe(400);
    expect(processorMs() - before).toBeLessThan(1_000);
  });

  test('32 levels are still read', async () => {
    const response = await post(`{"title":${nested(31)}}`);
    expect(await response.json()).toMatchObject({ code: 'gateway/invalid-request' });
  });

  test('10 MB where 1 MB is the limit', async () => {
    const before = processorMs();
    const response = await post(`{"title":"${'a'.repeat(10_000_000)}"}`);
    expect(response.status).toBe(413);
    expect(processorMs() - before).toBeLessThan(1_000);
  });

  test('17 MB where files are taken', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await ask('/v1/notes/file', {
      method: 'POST',
      body: new Uint8Array(17_000_000),
      headers,
    });
    expect(response.status).toBe(413);
  });
});

describe('names that reach into objects are refused:', () => {
  const bodies = [
    '{"__proto__":{"polluted":1},"title":"a"}',
    '{"title":"a","steps":[{"name":"x","__proto__":{"polluted":1}}]}',
    '{"constructor":{"prototype":{"polluted":1}},"title":"a"}',
    '{"prototype":{},"title":"a"}',
    '{"\\u005f_proto__":{"polluted":1},"title":"a"}',
  ];

  test.each(bodies)('%s', async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(['__proto__[polluted]=1', '__proto__=1', 'constructor.prototype.polluted=1', 'constructor=1'])(
    '?%s',
    async (query) => {
      const response = await ask(`/v1/notes?${query}`);
      expect(response.status).toBe(400);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );
});

describe('numbers a double cannot hold are refused and name their place:', () => {
  test.each([
    '9007199254740993',
    '-9007199254740993',
    '1e309',
    '-1e400',
    '1e20',
    '123456789012345678901234567890',
  ])('%s', async (number) => {
    const response = await post(`{"title":"a","count":${number}}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'gateway/body-not-acceptable',
      errors: [{ pointer: '/count' }],
    });
  });

  test.each(['NaN', 'Infinity', '0x10', '01', '+1', '1.', '.5', '1_000'])('%s is no JSON', async (number) => {
    expect((await post(`{"title":"a","count":${number}}`)).status).toBe(400);
  });

  test('the largest exact integer comes back exactly', async () => {
    const response = await post('{"title":"a","count":9007199254740991}');
    expect(await response.json()).toMatchObject({ count: 9_007_199_254_740_991 });
  });
});

test('a field given twice is refused: nobody knows which one was meant', async () => {
  const response = await post('{"title":"a","steps":[{"name":"x","name":"y"}]}');
  expect(await response.json()).toMatchObject({
    status: 400,
    errors: [{ pointer: '/steps/0/name', detail: 'is given twice' }],
  });
});

describe('a text', () => {
  test.each(['\\u0000', '\\ud800', '\\udc00x', '\\u001b[31m', '\\u0007', '\\r\\n', '\\u0085', 'e\\u0301'])(
    'with %s is refused',
    async (escape) => {
      const response = await post(`{"title":"a${escape}b"}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ pointer: '/title' }] });
    },
  );

  test.each(['%00', '%1b', 'e%cc%81', '%0d%0aX:1'])('%s in an address is refused', async (encoded) => {
    expect((await ask(`/v1/notes?cursor=a${encoded}`)).status).toBe(400);
    expect((await ask(`/v1/notes/failing/a${encoded}`)).status).toBe(400);
  });

  test('is either refused or comes back as it was sent', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (title) => {
        const response = await ask('/v1/notes/search', { method: 'POST', body: JSON.stringify({ title }) });
        expect([201, 400]).toContain(response.status);
        const answer = (await response.json()) as { title: string };
        if (response.status === 201) expect(answer.title).toBe(title);
      }),
      { numRuns: 400 },
    );
  });
});

test('whatever JSON arrives, the answer is never a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string({ maxLength: 200 })), async (body) => {
      const response = await post(body);
      expect(response.status).toBeLessThan(500);
      await response.arrayBuffer();
    }),
    { numRuns: 400 },
  );
});

describe('a client that takes its time', () => {
  let impatient: TestGateway;

  beforeAll(async () => {
    const limits = { ...doorLimits, arrivalMs: 600, headersMs: 400, checkMs: 100 };
    impatient = await startTestGateway({ issuer: issuer.url, controllers: [NotesController], limits });
  });
  afterAll(() => impatient.stop());

  test('with the body is cut off', async () => {
    const token = await issuer.token();
    const head = `POST /v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    const answer = await rawRequest(impatient.port, `${head}Content-Length: 100\r\n\r\n{"ti`);
    expect(statusOf(answer)).toBe(408);
  });

  test('with the headers is cut off', async () => {
    const answer = await rawRequest(impatient.port, 'GET /v1/notes HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(statusOf(answer)).toBe(408);
  });

  test('and is not signed in does not get to send a body at all', async () => {
    const head =
      'POST /v1/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{"ti';
    expect(statusOf(await rawRequest(gateway.port, head, 300))).toBe(401);
  });
});
