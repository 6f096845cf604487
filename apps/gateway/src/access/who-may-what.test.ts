import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, businessControllers, businessRoutes } from '../testing/business-routes.js';
import { clientOf } from '../testing/client.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { anna, startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { ProjectRecord } from '@meridian/contracts-projects';
import { roles } from './policy.js';
import { routeInventory } from './route-inventory.js';

let issuer: TestIssuer;
let gateway: TestGateway;
const requests = new RecordedRequests();

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({ issuer: issuer.url, controllers: businessControllers, requests });
  requests.answer(ProjectRecord, async () => ({ version: 3 }));
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

test('every route of the product stands in the list of who may use it', () => {
  const listed = businessRoutes.map(({ method, path }) => `${method} ${path}`);
  const kernel = ['GET /v1/me', 'GET /v1/live'];
  const found = routeInventory(gateway.app)
    .filter(({ access }) => access !== 'public')
    .map(({ method, path }) => `${method} ${path}`);
  expect(found.sort()).toEqual([...listed, ...kernel].sort());
});

describe.each(roles)('a %s', (role) => {
  test.each(businessRoutes.map((route) => [route.roles.includes(role) ? 'may' : 'may not', route] as const))(
    '%s $method $path',
    async (verdict, route) => {
      const { method, body, headers } = route;
      requests.take();
      const ask = clientOf(gateway, issuer, [role]);
      const response = await ask(addressOf(route), { method, body, headers });
      const answer = (await response.json()) as { code?: string };
      const sent = requests.take();
      if (verdict === 'may not') {
        expect([response.status, answer.code, sent]).toEqual([403, 'gateway/not-allowed', []]);
        return;
      }
      expect([200, 201]).toContain(response.status);
      expect(sent.map(({ subject }) => subject).sort()).toEqual(subjects(route.asks));
      for (const { options } of sent) {
        expect(options.claims).toEqual({
          subject: anna,
          personId: anna,
          name: 'Anna Meyer',
          roles: [role],
        });
        expect(options.correlationId).toBe(response.headers.get('correlation-id'));
        const changes = method !== 'GET' && !route.changesNothing;
        expect(typeof options.idempotencyKey).toBe(changes ? 'string' : 'undefined');
      }
    },
  );
});

test('nobody is let in without a token', async () => {
  requests.take();
  for (const route of businessRoutes) {
    const { method, body } = route;
    const ask = clientOf(gateway, issuer);
    const response = await ask(addressOf(route), { method, body, headers: { authorization: undefined } });
    expect(response.status).toBe(401);
    await response.arrayBuffer();
  }
  expect(requests.take()).toEqual([]);
});

function subjects(asks: string): string[] {
  return asks
    .split(' ')
    .map((one) => (/\.v\d+$/.test(one) ? `requests.${one}` : `requests.${one}.v1`))
    .sort();
}
