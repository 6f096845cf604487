import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, businessControllers, businessRoutes } from '../testing/business-routes.js';
import { anId } from '../testing/routes/business-route.js';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

let issuer: TestIssuer;
let gateway: TestGateway;
let ask: Client;
const requests = new RecordedRequests();

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: businessControllers, requests });
  ask = clientOf(gateway, issuer, ['pmo-manager', 'quality-manager']);
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

interface Told {
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string }[];
}

async function tell(method: string, path: string, body: object, headers = {}): Promise<Told> {
  const response = await ask(path, { method, body, headers });
  const problem = (await response.json()) as Told;
  return { status: response.status, errors: problem.errors };
}

const pointers = ({ errors }: Told) => [...new Set(errors?.map(({ pointer }) => pointer))].sort();
const commands = businessRoutes.filter(({ body }) => body !== undefined);
const plain = commands.filter(({ path }) => path !== '/v1/connectors/events');

describe('a body', () => {
  test.each(commands)('reaches the service with the ids of the path: $method $path', async (route) => {
    requests.take();
    const { method, body, headers, path } = route;
    const response = await ask(addressOf(route), { method, body, headers });
    await response.arrayBuffer();
    const [sent] = requests.take();
    const ids = [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, anId]);
    const { specversion: _, ...fields } = body as { specversion?: string };
    expect(sent?.body).toEqual({ ...fields, ...Object.fromEntries(ids) });
  });

  test.each(plain)('with a field nobody knows is refused: $method $path', async (route) => {
    requests.take();
    const body = { ...route.body, canary: 1 };
    const told = await tell(route.method, addressOf(route), body, route.headers);
    expect([told.status, pointers(told)]).toEqual([400, ['/canary']]);
    expect(requests.take()).toEqual([]);
  });

  test.each(plain.filter(({ path }) => path.includes(':')))(
    'cannot replace an id of the path: $method $path',
    async (route) => {
      const id = /:(\w+)/.exec(route.path)![1]!;
      const body = { ...route.body, [id]: '33333333-3333-4333-8333-333333333333' };
      const told = await tell(route.method, addressOf(route), body, route.headers);
      expect([told.status, pointers(told)]).toEqual([400, [`/${id}`]]);
    },
  );
});

describe('what is wrong is named, field by field:', () => {
  test('in a project', async () => {
    const told = await tell('POST', '/v1/projects', {
      code: '',
      stage: 'done',
      currency: 'Euro',
    });
    expect(told.status).toBe(400);
    expect(pointers(told)).toEqual(['/code', '/currency', '/name', '/phases', '/portfolio', '/stage']);
  });

  test('inside the lines of a budget', async () => {
    const lines = [
      { name: 'People', category: 'labour', amountMinor: '1.5' },
      { name: 1, unknown: true },
    ];
    const body = { currency: 'EUR', lines, decision: 'Board' };
    const told = await tell('PUT', `/v1/projects/${anId}/budget`, body, { 'if-match': '"0"' });
    expect(told.status).toBe(400);
    expect(pointers(told)).toEqual([
      '/lines/0/amountMinor',
      '/lines/1/amountMinor',
      '/lines/1/category',
      '/lines/1/name',
      '/lines/1/unknown',
    ]);
  });

  test('in progress', async () => {
    const path = `/v1/projects/${anId}/tasks/${anId}/progress`;
    const told = await tell('PATCH', path, { percentComplete: 140, asOf: 'today' });
    expect([told.status, pointers(told)]).toEqual([400, ['/asOf', '/percentComplete']]);
  });

  test('in a query, whose numbers arrive as text', async () => {
    requests.take();
    await ask('/v1/projects?limit=20&text=Br%C3%BCcke&cursor=P-1%2FA');
    expect(requests.take()[0]?.body).toEqual({ limit: 20, text: 'Brücke', cursor: 'P-1/A' });
    for (const query of ['limit=0', 'limit=201', 'limit=ten', 'limit=1.5', 'order=name', 'text=a&text=b']) {
      expect((await ask(`/v1/projects?${query}`)).status).toBe(400);
    }
    expect(requests.take()).toEqual([]);
  });
});

describe('a file', () => {
  const path = `/v1/projects/${anId}/plan-imports`;

  test('of 11 MB reaches the service whole, with time to read it', async () => {
    requests.take();
    const contentBase64 = Buffer.alloc(11_000_000, 'Meridian').toString('base64');
    const response = await ask(path, { method: 'POST', body: { fileName: 'large.xml', contentBase64 } });
    expect(response.status).toBe(201);
    const [sent] = requests.take();
    expect(sent?.body).toEqual({ projectId: anId, fileName: 'large.xml', contentBase64 });
    expect(sent?.options.timeoutMs).toBe(30_000);
  });

  test('beyond 16 MB is too large', async () => {
    const body = { fileName: 'a.xml', contentBase64: 'A'.repeat(16_900_000) };
    expect((await ask(path, { method: 'POST', body })).status).toBe(413);
  });

  test('has no place on other routes', async () => {
    const body = { title: 'A'.repeat(1_100_000), isMandatory: true };
    const response = await ask(`/v1/projects/${anId}/milestones/${anId}/checks`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });
});

test('a project is revised only by who says which version was seen', async () => {
  requests.take();
  const revise = (headers: Record<string, string>) =>
    ask(`/v1/projects/${anId}`, { method: 'PATCH', body: { name: 'B' }, headers });
  expect((await revise({})).status).toBe(428);
  expect((await revise({ 'if-match': '"3-abc"' })).status).toBe(200);
  expect(requests.take().map(({ options }) => options.expectedVersion)).toEqual([3]);
});
