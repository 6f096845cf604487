import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReceiveEvent } from '@meridian/contracts-connectors';
import { businessControllers } from '../testing/business-routes.js';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

const path = '/v1/connectors/events';
const data = { orderNumber: 'PO-1', amount: '150000.00' };
const attributes = {
  id: 'A 1',
  source: '/erp/munich',
  type: 'erp.commitment.recorded.v1',
  subject: 'Brücke',
  time: '2026-11-23T08:00:00Z',
};
const event = { specversion: '1.0', ...attributes, data };
const inHeaders = {
  'ce-specversion': '1.0',
  'ce-id': 'A%201',
  'ce-source': '/erp/munich',
  'ce-type': 'erp.commitment.recorded.v1',
  'ce-subject': 'Br%C3%BCcke',
  'ce-time': '2026-11-23T08:00:00Z',
};
const structured = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

let issuer: TestIssuer;
let gateway: TestGateway;
let ask: Client;
const requests = new RecordedRequests();

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: businessControllers, requests });
  ask = clientOf(gateway, issuer, ['integration']);
});

beforeEach(() => void requests.take());

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

type Headers = Readonly<Record<string, string | undefined>>;
const post = (body: unknown, headers: Headers = {}, as = ask) =>
  as(path, { method: 'POST', body, headers: { 'idempotency-key': undefined, ...headers } });

async function errorsOf(body: unknown, headers: Headers = {}): Promise<readonly string[]> {
  const response = await post(body, headers);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { pointer?: string; header?: string }[] };
  expect(requests.take()).toEqual([]);
  return [...new Set(errors.map(({ header, pointer }) => header ?? pointer ?? '?'))].sort();
}

describe('an event of an outside system', () => {
  test.each([
    ['structured', event, structured],
    ['structured, sent as plain JSON', event, {}],
    ['binary', data, inHeaders],
    ['binary, with values in quotes', data, { ...inHeaders, 'ce-id': '"A 1"' }],
    ['structured, with an extension', { ...event, traceparent: '00-1-2-01' }, structured],
  ])('is passed on the same in every mode: %s', async (_, body, headers) => {
    expect((await post(body, headers)).status).toBe(200);
    const [sent] = requests.take();
    expect(sent).toMatchObject({ subject: ReceiveEvent.subject, body: { ...attributes, data } });
    expect(Object.keys(sent!.body).sort()).toEqual([...Object.keys(attributes), 'data'].sort());
  });

  test('needs no subject and no time', async () => {
    const { subject: _, time: __, ...least } = event;
    expect((await post(least, structured)).status).toBe(200);
    expect(JSON.parse(JSON.stringify(requests.take()[0]?.body))).toEqual({
      id: least.id,
      source: least.source,
      type: least.type,
      data,
    });
  });
});

describe('what is missing or wrong is named where it was sent:', () => {
  test('everything missing, structured', async () => {
    expect(await errorsOf({}, structured)).toEqual(['/data', '/id', '/source', '/specversion', '/type']);
  });

  test('everything missing, binary', async () => {
    expect(await errorsOf(data, { 'ce-id': '1' })).toEqual(['ce-source', 'ce-specversion', 'ce-type']);
  });

  test.each([
    [{ specversion: '0.3' }, '/specversion'],
    [{ id: '' }, '/id'],
    [{ id: 7 }, '/id'],
    [{ source: 'two words' }, '/source'],
    [{ time: 'yesterday' }, '/time'],
    [{ time: '2026-W48' }, '/time'],
    [{ time: '2026-13-45T00:00:00Z' }, '/time'],
    [{ data: 'text' }, '/data'],
    [{ data: [1] }, '/data'],
    [{ data_base64: 'YQ==' }, '/data_base64'],
    [{ datacontenttype: 'text/xml' }, '/datacontenttype'],
    [{ 'Not/A~Name': 1 }, '/Not~1A~0Name'],
  ])('%j', async (wrong, place) => {
    expect(await errorsOf({ ...event, ...wrong }, structured)).toEqual([place]);
  });

  test.each([
    [{ 'ce-id': '%E4' }, 'ce-id'],
    [{ 'ce-id': 'a%00b' }, 'ce-id'],
    [{ 'ce-subject': '%1b[31m' }, 'ce-subject'],
  ])('%j', async (wrong, place) => {
    expect(await errorsOf(data, { ...inHeaders, ...wrong })).toContain(place);
  });

  test('a body that is no single event', async () => {
    for (const body of ['[]', '1', 'null', '"x"']) expect(await errorsOf(body, structured)).toEqual(['']);
    const batch = { 'content-type': 'application/cloudevents-batch+json' };
    expect((await post([event], batch)).status).toBe(415);
  });
});

describe('the idempotency key', () => {
  const keyOf = async (body: unknown, headers: Headers = structured, as?: Client) => {
    await post(body, headers, as);
    return requests.take()[0]?.options.idempotencyKey;
  };

  test('is the same for the same event, in either mode', async () => {
    const first = await keyOf(event);
    expect(first).toMatch(/^event-[\w-]{43}$/);
    expect(await keyOf(event)).toBe(first);
    expect(await keyOf(data, inHeaders)).toBe(first);
  });

  test('is another one after a correction, and for another event or sender', async () => {
    const others = [
      { ...event, data: { ...data, amount: '1.00' } },
      { ...event, id: '2' },
      { ...event, source: '/b' },
    ];
    const keys = [await keyOf(event)];
    for (const other of others) keys.push(await keyOf(other));
    const token = await issuer.token({ roles: ['integration'], sub: 'somebody-else' });
    keys.push(await keyOf(event, { ...structured, authorization: `Bearer ${token}` }));
    expect(new Set(keys).size).toBe(5);
  });

  test('that was sent is used, and must be well formed', async () => {
    const given = '44444444-4444-4444-8444-444444444444';
    expect(await keyOf(event, { ...structured, 'idempotency-key': given })).toBe(given);
    expect((await post(event, { 'idempotency-key': 'short' })).status).toBe(400);
  });
});
