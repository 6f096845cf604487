import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Unavailable } from '@meridian/bus';
import { PortfolioMoney, ProjectMoney } from '@meridian/contracts-budgeting';
import { ProjectRecord } from '@meridian/contracts-projects';
import { PortfolioHealth } from '@meridian/contracts-reporting';
import { Refusal } from '@meridian/refusal';
import { businessControllers } from '../testing/business-routes.js';
import { anId } from '../testing/routes/business-route.js';
import { clientOf } from '../testing/client.js';
import type { Client } from '../testing/client.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';

const path = `/v1/projects/${anId}`;
let issuer: TestIssuer;
let gateway: TestGateway;
let ask: Client;
let requests: RecordedRequests;

beforeAll(async () => {
  requests = new RecordedRequests();
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: businessControllers, requests });
  ask = clientOf(gateway, issuer);
});

beforeEach(() => {
  for (const contract of [ProjectMoney, PortfolioMoney, PortfolioHealth]) requests.answer(contract);
  requests.answer(ProjectRecord, async () => ({ version: 7, name: 'Bridge' }));
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

const refuse = (kind: 'not-found' | 'forbidden') => async () => {
  throw new Refusal('projects/no', 'The projects service said no.', { kind });
};
const away = async (): Promise<never> => {
  throw new Unavailable('away');
};

describe('the page of a project', () => {
  test('holds every part at the top level', async () => {
    requests.answer(ProjectMoney, async () => ({ currency: 'EUR' }));
    const response = await ask(path);
    expect(await response.json()).toEqual({
      asOf: expect.stringMatching(/^\d{4}-.*Z$/),
      project: { version: 7, name: 'Bridge' },
      plan: {},
      money: { currency: 'EUR' },
      people: {},
      quality: {},
      governance: {},
      status: {},
      missing: [],
    });
    expect(response.headers.get('etag')).toMatch(/^"7-[\w-]{22}"$/);
  });

  test('names the part whose service is away, and gives the rest', async () => {
    requests.answer(ProjectMoney, away);
    expect(await (await ask(path)).json()).toMatchObject({
      project: { name: 'Bridge' },
      money: null,
      people: {},
      missing: [{ part: 'money', service: 'budgeting', reason: 'unavailable' }],
    });
  });

  test.each([
    ['not-found', 404],
    ['forbidden', 403],
  ] as const)('is %s when the record is', async (kind, status) => {
    requests.answer(ProjectRecord, refuse(kind));
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: 'projects/no' });
  });

  test('does not exist without its record: try again', async () => {
    requests.answer(ProjectRecord, away);
    const response = await ask(path);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  test('is not sent again until something in it changes, whenever it is asked for', async () => {
    const etag = (await ask(path)).headers.get('etag')!;
    const again = { headers: { 'if-none-match': etag } };
    expect((await ask(path, again)).status).toBe(304);
    requests.answer(ProjectMoney, async () => ({ actualMinor: '5' }));
    const changed = await ask(path, again);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe('the portfolio', () => {
  test('passes on which portfolio and how many projects', async () => {
    requests.take();
    expect((await ask('/v1/portfolio?portfolio=Roads&limit=1000')).status).toBe(200);
    const bodies = new Map(requests.take().map(({ subject, body }) => [subject, body]));
    expect(bodies.get(PortfolioHealth.subject)).toEqual({ portfolio: 'Roads', limit: 1000 });
    expect(bodies.get(PortfolioMoney.subject)).toEqual({ portfolio: 'Roads' });
  });

  test('stands while services are away, and says which', async () => {
    requests.answer(PortfolioMoney, away);
    requests.answer(PortfolioHealth, refuse('forbidden'));
    const answer = (await (await ask('/v1/portfolio')).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ health: null, money: null, schedule: {}, decisions: {} });
    expect(answer['missing']).toEqual([
      { part: 'health', service: 'reporting', reason: 'refused', code: 'projects/no' },
      { part: 'money', service: 'budgeting', reason: 'unavailable' },
    ]);
  });

  test('waits two seconds for a part that does not come, and no longer', async () => {
    requests.answer(PortfolioMoney, () => new Promise(() => undefined));
    const before = performance.now();
    const answer = (await (await ask('/v1/portfolio')).json()) as Record<string, unknown>;
    const waited = performance.now() - before;
    expect(answer['missing']).toEqual([{ part: 'money', service: 'budgeting', reason: 'too-slow' }]);
    expect(waited).toBeGreaterThan(1_900);
    expect(waited).toBeLessThan(4_000);
  });
});
