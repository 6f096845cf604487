import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LabourRates, RecordLabourRate } from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const rate = (more: Partial<RecordLabourRate> = {}): RecordLabourRate => ({
  rateId: randomUUID(),
  validFrom: '2026-01-01',
  perHourMinor: '10000',
  currency: 'EUR',
  decision: 'Rate card 2026',
  ...more,
});
const record = (request: RecordLabourRate, version = 0, who = anna) =>
  budgeting.ask(who, RecordLabourRate, request, { version });

test('a back-dated rate is a version of its own, and the card says what was known when', async () => {
  const personId = randomUUID();
  const own = rate({ personId });
  await record(own);
  const first = await record({ ...own, validFrom: '2026-07-01', perHourMinor: '12000' }, 1);
  const knownAt = first.versions[0]?.recordedAt ?? '';
  const after = await record({ ...own, validFrom: '2026-03-01', perHourMinor: '11000' }, 2);
  expect(after.versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
    [3, '2026-03-01'],
    [2, '2026-07-01'],
    [1, '2026-01-01'],
  ]);
  const inForce = async (on: string, more: Partial<LabourRates> = {}) => {
    const card = await budgeting.ask(anna, LabourRates, { on, personId, ...more });
    return card.rates.find(({ rateId }) => rateId === own.rateId)?.versionInForce;
  };
  expect(
    await Promise.all(['2025-12-31', '2026-02-28', '2026-06-30', '2026-07-01'].map((on) => inForce(on))),
  ).toEqual([undefined, 1, 3, 2]);
  expect(await inForce('2026-06-30', { knownAt })).toBe(1);
});

test('the most specific rate is applied, and a tie is nobody’s', async () => {
  const role = `Engineer ${randomUUID()}`;
  const siteId = `Site ${randomUUID()}`;
  const [byRole, bySite] = [rate({ role }), rate({ siteId })];
  await record(byRole);
  await record(bySite);
  const applied = async (worker: Partial<LabourRates>) =>
    (await budgeting.ask(anna, LabourRates, { on: '2026-05-01', ...worker })).appliedRateId;
  expect(await applied({ role })).toBe(byRole.rateId);
  expect(await applied({ role, siteId })).toBeUndefined();
  const both = rate({ role, siteId });
  await record(both);
  expect(await applied({ role, siteId })).toBe(both.rateId);
  expect(await refusalCode(record(rate({ role, siteId })))).toBe('budgeting/rate-exists');
});

test('rates are kept and seen by the PMO, on the version that was seen', async () => {
  const own = rate({ personId: randomUUID() });
  await record(own);
  expect(await refusalCode(record({ ...own, perHourMinor: '1' }, 0))).toBe('budgeting/version-conflict');
  expect(await refusalCode(record({ ...own, personId: randomUUID() }, 1))).toBe('budgeting/rate-holder');
  for (const role of ['project-manager', 'sponsor', 'resource-manager', 'team-member'] as const) {
    expect(await refusalCode(record(rate({ personId: randomUUID() }), 0, person(role)))).toBe(
      'budgeting/rates-hidden',
    );
    expect(await refusalCode(budgeting.ask(person(role), LabourRates, {}))).toBe('budgeting/rates-hidden');
  }
});
