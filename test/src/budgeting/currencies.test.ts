import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApproveRateSet,
  LabourCost,
  RateSets,
  RecordLabourRate,
  RecordRateSet,
  ReportedMoney,
  SetReportingCurrency,
  WaitingTime,
} from '@meridian/contracts-budgeting';
import { TimeBooked } from '@meridian/contracts-resourcing';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const sponsor = person('sponsor', 'Petra');
const draft = (
  rates: Readonly<Record<string, string>>,
  more: Partial<RecordRateSet> = {},
): RecordRateSet => ({
  setId: randomUUID(),
  name: `Rates ${randomUUID()}`,
  fixedOn: '2026-01-31',
  base: 'EUR',
  rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate })),
  ...more,
});
const record = (request: RecordRateSet, version = 0, who = anna) =>
  budgeting.ask(who, RecordRateSet, request, { version });
const approve = (setId: string, version = 1, who = sponsor) =>
  budgeting.ask(who, ApproveRateSet, { setId, decision: 'Treasury, 2 February' }, { version });
async function frozen(rates: Readonly<Record<string, string>>, more: Partial<RecordRateSet> = {}) {
  const request = draft(rates, more);
  await record(request);
  await approve(request.setId);
  return request;
}

test('a set is drafted by one, approved by another, and never changes again', async () => {
  const march = draft({ USD: '0.925' });
  await record(march);
  expect(await refusalCode(record({ ...march, rates: [{ currency: 'USD', rate: '0' }] }, 1))).toBe(
    'budgeting/exchange-rates',
  );
  await record({ ...march, rates: [{ currency: 'USD', rate: '0.93' }] }, 1);
  expect(await refusalCode(record({ ...march, setId: randomUUID() }))).toBe('budgeting/rate-set-name');
  expect(await refusalCode(approve(march.setId, 2, anna))).toBe('budgeting/own-rate-set');
  expect(await refusalCode(approve(march.setId, 1))).toBe('budgeting/version-conflict');
  expect(await refusalCode(approve(march.setId, 2, person('project-manager')))).toBe(
    'budgeting/approver-needed',
  );
  const approved = await approve(march.setId, 2);
  expect(approved).toMatchObject({ state: 'approved', version: 3, recordedBy: 'Anna', approvedBy: 'Petra' });
  expect(await refusalCode(record(march, 3))).toBe('budgeting/rate-set-approved');
  expect(await refusalCode(approve(march.setId, 3))).toBe('budgeting/rate-set-approved');
  expect(await refusalCode(approve(randomUUID()))).toBe('budgeting/unknown-rate-set');
  await expect(
    budgeting.rows(`UPDATE rate_set SET rates = '[]' WHERE set_id = $1::uuid`, march.setId),
  ).rejects.toThrow('never changes');
  const { sets } = await budgeting.ask(person('team-member'), RateSets, { setId: march.setId });
  expect(sets).toEqual([approved]);
});

test('a portfolio is reported in one currency: parts sum to totals, gains and losses are apart, rates are named', async () => {
  const portfolio = `World ${randomUUID()}`;
  for (const [currency, amount] of [
    ['USD', '10000001'],
    ['JPY', '5000000'],
    ['EUR', '1000'],
    ['CHF', '700'],
  ] as const) {
    const project = await TrialProject.planned(budgeting, { currency, portfolio });
    await project.approve(amount);
    await project.invoice(`erp:${project.code}`, amount.slice(0, -1));
  }
  const then = await frozen({ USD: '0.9250', JPY: '0.0062' });
  const now = await frozen({ USD: '1.0000', JPY: '0.0050' }, { fixedOn: '2026-06-30' });
  const setting = { portfolio, currency: 'EUR', setId: now.setId, comparedSetId: then.setId };
  const asked = () => budgeting.ask(anna, ReportedMoney, { portfolio });
  expect(await refusalCode(asked())).toBe('budgeting/reporting-currency-needed');
  const drafted = draft({ USD: '1' });
  await record(drafted);
  const set = (request: SetReportingCurrency, version = 0, who = anna) =>
    budgeting.ask(who, SetReportingCurrency, request, { version });
  expect(await refusalCode(set({ ...setting, setId: drafted.setId }))).toBe('budgeting/rate-set-drafted');
  expect(await refusalCode(set(setting, 0, person('project-manager')))).toBe('budgeting/approver-needed');
  expect(await set(setting)).toEqual({ portfolio, version: 1 });
  expect(await refusalCode(set(setting))).toBe('budgeting/version-conflict');

  const money = await asked();
  expect(money).toMatchObject({
    currency: 'EUR',
    rateSet: { setId: now.setId, name: now.name, fixedOn: '2026-06-30' },
    comparedSet: { setId: then.setId },
    unconverted: ['CHF'],
  });
  // AC: 10,000.00 USD, 500,000 JPY, 1.00 EUR. Then 9,250.00 and 3,100.00, now 10,000.00 and 2,500.00.
  expect(money.totals).toMatchObject({ acMinor: '1250100', bacMinor: '12501001' });
  expect(money.exchange).toMatchObject({ actualGainMinor: '60000', actualLossMinor: '75000' });
  expect(money.parts.map((part) => [part.functionalCurrency, part.actualDifferenceMinor])).toEqual([
    ['EUR', '0'],
    ['JPY', '-60000'],
    ['USD', '75000'],
  ]);
  for (const column of ['bacMinor', 'pvMinor', 'evMinor', 'acMinor', 'committedMinor', 'eacMinor'] as const) {
    const parts = money.parts.map(({ amounts }) => BigInt(amounts[column]));
    expect(parts.reduce((all, part) => all + part, 0n).toString()).toBe(money.totals[column]);
  }
  const alone = await budgeting.ask(anna, ReportedMoney, { portfolio, currency: 'USD', setId: then.setId });
  expect(alone).toMatchObject({ currency: 'USD', rateSet: { name: then.name } });
});

test('a confidential project is in no figure of who may not see it', async () => {
  const portfolio = `Secret ${randomUUID()}`;
  const project = await TrialProject.planned(budgeting, { currency: 'USD', portfolio, isConfidential: true });
  await project.approve('100000');
  const { setId } = await frozen({ USD: '1' });
  const asked = { portfolio, currency: 'EUR', setId };
  const stranger = await budgeting.ask(person('team-member'), ReportedMoney, asked);
  expect([stranger.parts, stranger.totals.bacMinor]).toEqual([[], '0']);
  expect((await budgeting.ask(anna, ReportedMoney, asked)).totals.bacMinor).toBe('100000');
});

test('time at a rate in another currency waits for approved exchange rates of its day, and keeps their name', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  const personId = randomUUID();
  const rate = { rateId: randomUUID(), personId, validFrom: '2026-01-01', perHourMinor: '10000' };
  await budgeting.ask(anna, RecordLabourRate, { ...rate, currency: 'NOK', decision: 'Contract' });
  const line = { entryId: randomUUID(), projectId, personId, day: '2026-02-03', minutes: 60 };
  await budgeting.hears(TimeBooked, line);
  const waiting = async () => (await budgeting.ask(anna, WaitingTime, { projectId })).waiting;
  expect(await waiting()).toMatchObject([{ reason: 'no-exchange-rate', entries: 1 }]);
  await frozen({ NOK: '0.5' }, { fixedOn: '2026-02-04' });
  expect(await waiting()).toMatchObject([{ reason: 'no-exchange-rate', entries: 1 }]);
  const { setId } = await frozen({ NOK: '0.0857' }, { fixedOn: '2026-01-31' });
  expect(await waiting()).toEqual([]);
  expect(await budgeting.ask(anna, LabourCost, { projectId })).toMatchObject({
    currency: 'EUR',
    amountMinor: '857',
  });
  const [booking] = await budgeting.rows<{ set: string }>(
    `SELECT rate_set_id AS set FROM time_booking WHERE entry_id = $1::uuid`,
    line.entryId,
  );
  expect(booking?.set).toBe(setId);
});
