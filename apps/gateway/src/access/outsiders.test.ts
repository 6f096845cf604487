import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Unavailable } from '@meridian/bus';
import { OutsiderAccess } from '@meridian/contracts-resourcing';
import { ProjectRecord } from '@meridian/contracts-projects';
import { addressOf, businessControllers, businessRoutes } from '../testing/business-routes.js';
import { clientOf } from '../testing/client.js';
import { RecordedRequests } from '../testing/recorded-requests.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { endOfDay, isOutsider } from './outsider-days.js';
import type { AccessDays } from './outsider-days.js';
import { roles } from './policy.js';
import { RecordedOutsiderDays } from './recorded-outsider-days.js';

const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('the doors of somebody from outside', () => {
  let issuer: TestIssuer;
  let gateway: TestGateway;
  let days: AccessDays;
  const requests = new RecordedRequests();
  const contractor = roles.indexOf('contractor');

  beforeAll(async () => {
    issuer = await startTestIssuer();
    const options = { issuer: issuer.url, controllers: businessControllers, requests };
    gateway = await startTestGateway({ ...options, outsiderDays: () => days });
    requests.answer(ProjectRecord, async () => ({ version: 3 }));
  });

  afterAll(async () => {
    await gateway.stop();
    await issuer.stop();
  });

  beforeEach(() => void requests.take());

  async function tryAll(): Promise<ReadonlySet<string>> {
    const ask = clientOf(gateway, issuer, [roles[contractor]!]);
    const kernel = ['/v1/me', '/v1/live'].map((path) => ({ method: 'GET' as const, path }));
    const own = businessRoutes.filter((route) => route.roles.includes('contractor'));
    const seen = new Set<string>();
    for (const route of [...kernel, ...own]) {
      const { method } = route;
      const { body, headers } = { body: undefined, headers: undefined, ...route };
      const response = await ask(addressOf(route), { method, body, headers });
      const { code = '' } = (await response.json()) as { code?: string };
      seen.add(`${response.status} ${code}`);
    }
    return seen;
  }

  test('are all shut the day after the last day that is recorded, whatever the token says', async () => {
    days = { accessFrom: dayFromNow(-90), accessUntil: dayFromNow(-1) };
    expect(await tryAll()).toEqual(new Set(['403 gateway/access-ended']));
    expect(requests.take()).toEqual([]);
  });

  test('are all shut before the first day', async () => {
    days = { accessFrom: dayFromNow(2), accessUntil: dayFromNow(30) };
    expect(await tryAll()).toEqual(new Set(['403 gateway/access-to-come']));
    expect(requests.take()).toEqual([]);
  });

  test('are open on days of access', async () => {
    days = { accessFrom: dayFromNow(-1), accessUntil: dayFromNow(2) };
    const response = await clientOf(gateway, issuer, ['contractor'])('/v1/me');
    expect(response.status).toBe(200);
  });
});

describe('what is recorded of somebody from outside', () => {
  const kai = { subject: 'kai', name: 'Kai', roles: ['contractor'], expiresAtMs: 0 };

  test('is asked in their own name, once for requests that follow each other', async () => {
    const requests = new RecordedRequests();
    requests.answer(OutsiderAccess, async () => ({ accessUntil: '2026-11-23', partnerName: 'Northwind' }));
    const days = new RecordedOutsiderDays(requests as never);
    expect(await days.daysOf(kai)).toEqual({ accessUntil: '2026-11-23' });
    expect(await days.daysOf(kai)).toEqual({ accessUntil: '2026-11-23' });
    expect(requests.take().map(({ options }) => options.claims?.subject)).toEqual(['kai']);
  });

  test('opens no door while nobody can say', async () => {
    const requests = new RecordedRequests();
    requests.answer(OutsiderAccess, () => Promise.reject(new Unavailable('Nobody answers.')));
    await expect(new RecordedOutsiderDays(requests as never).daysOf(kai)).rejects.toThrow(Unavailable);
  });

  test('is asked of contractors and of whoever has a partner or a last day, of nobody else', () => {
    expect(isOutsider(kai)).toBe(true);
    expect(isOutsider({ ...kai, roles: ['project-manager'], partner: 'Northwind' })).toBe(true);
    expect(isOutsider({ ...kai, roles: [], accessEnds: '2026-11-23' })).toBe(true);
    expect(isOutsider({ ...kai, roles: ['project-manager'] })).toBe(false);
  });

  test('closes open streams with the end of the last day', () => {
    expect(new Date(endOfDay('2026-12-31')).toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});
