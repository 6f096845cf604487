import { describe, expect, test } from '@jest/globals';
import { compileNetwork, simulateRisk, type Link, type RiskInput } from '@meridian/network';
import { raiseEntry } from '../raid/raid-steps.js';
import { writtenFacts } from '../raid/written-entry.js';
import { riskDrivers, risksToExamine, withoutRisk, type RiskDriver } from './risk-drivers.js';
import { riskEvent, simulatedRisks, type SimulatedRisk } from './risk-events.js';

const RUNS = 20_000;
const DAY = 480;

function risk(number: number, taskId: string, probabilityPercent = 50): SimulatedRisk {
  const delay = { lowMinutes: DAY, likelyMinutes: DAY, highMinutes: DAY };
  const hits = [{ taskId, ...delay }];
  return { entryId: `risk ${number}`, number, title: taskId, probabilityPercent, hits, costMinor: 0n };
}

/** A and B of ten days each, linked or beside each other; all runs differ by the risks alone. */
function driversOf(risks: readonly SimulatedRisk[], links: readonly Link[]): RiskDriver[] {
  const activities = ['A', 'B'].map((id) => ({ id, durationMinutes: 10 * DAY }));
  const network = compileNetwork({ activities, links });
  const events = risks.map(riskEvent);
  const input: RiskInput = { network, options: { projectStart: 0 }, durations: new Map(), events, seed: 5 };
  const answer = simulateRisk(input, RUNS);
  const without = risksToExamine(answer, risks).map(
    (id) => [id, simulateRisk(withoutRisk(input, id), RUNS).delayAt(80)] as const,
  );
  return riskDrivers(answer, risks, new Map(without));
}

const shares = (drivers: readonly RiskDriver[]) =>
  drivers.map(({ number, p80SavedMinutes, p80Share }) => [number, p80SavedMinutes, p80Share]);

describe('of the delay at P80', () => {
  test('the only risk is responsible for everything', () => {
    const [only] = driversOf([risk(1, 'A')], []);
    expect(only).toMatchObject({ p80SavedMinutes: DAY, p80Share: 1, delayMinutes: DAY });
    expect(only?.frequency).toBeCloseTo(0.5, 1);
  });

  /** None with 1/4, one with 1/2, both with 1/4: P80 is two days late, one day without either. */
  test('two even risks in a row are responsible for a half each', () => {
    const drivers = driversOf([risk(1, 'A'), risk(2, 'B')], [{ from: 'A', to: 'B', kind: 'FS' }]);
    expect(shares(drivers)).toEqual([
      [1, DAY, 0.5],
      [2, DAY, 0.5],
    ]);
  });

  /** A day late with 3/4, and still with 1/2 when either is taken out. */
  test('two risks side by side hide each other', () => {
    const drivers = driversOf([risk(1, 'A'), risk(2, 'B')], []);
    expect(shares(drivers)).toEqual([
      [1, 0, 0],
      [2, 0, 0],
    ]);
  });

  test('a risk of one in ten is none of it, and the likely one comes first', () => {
    const drivers = driversOf([risk(1, 'A', 10), risk(2, 'A', 60)], []);
    expect(shares(drivers)).toEqual([
      [2, DAY, 1],
      [1, 0, 0],
    ]);
  });
});

test('without an opportunity P80 is later, so it saves less than nothing when it is taken out', () => {
  const certain = risk(1, 'A', 100);
  const good = { ...risk(2, 'A', 100), isOpportunity: true };
  const drivers = driversOf([certain, good], []);
  // B takes ten days whatever happens to A: the opportunity gives back the day that the threat takes, and no more.
  expect(shares(drivers).map(([number, saved]) => [number, saved])).toEqual([
    [1, 0],
    [2, -DAY],
  ]);
});

test('a risk that only costs is not simulated without, and says so', () => {
  const costly = { ...risk(1, 'A'), hits: [], costMinor: 500n };
  const drivers = driversOf([costly, risk(2, 'A')], []);
  expect(shares(drivers)).toEqual([
    [2, DAY, 1],
    [1, null, null],
  ]);
  expect(drivers.at(-1)?.delayMinutes).toBeNull();
});

test('only open risks that can still delay or cost something take part, by the assessment in force', () => {
  const known = { projectId: 'wall', currency: 'EUR', today: '2026-11-02' };
  const hits = ['done', 'dig'].map((taskId) => ({ taskId, lowMinutes: 1, likelyMinutes: 2, highMinutes: 3 }));
  const { inherent } = writtenFacts();
  const nothing = { ...inherent, impactMinor: 0n };
  const register = [
    raiseEntry(writtenFacts({ hits }), { ...known, entryId: 'three', number: 3 }),
    raiseEntry(writtenFacts({ kind: 'assumption', hits }), { ...known, entryId: 'two', number: 2 }),
    raiseEntry(writtenFacts({ inherent: nothing, hits: hits.slice(0, 1) }), {
      ...known,
      entryId: 'four',
      number: 4,
    }),
    raiseEntry(writtenFacts({ residual: { probabilityPercent: 5, impactMinor: 7n, impactDays: 0 } }), {
      ...known,
      entryId: 'one',
      number: 1,
      currency: 'USD',
    }),
    raiseEntry(writtenFacts({ residual: { ...inherent, probabilityPercent: 0 } }), {
      ...known,
      entryId: 'five',
      number: 5,
    }),
    { ...raiseEntry(writtenFacts(), { ...known, entryId: 'six', number: 6 }), status: 'averted' as const },
  ];
  const taken = simulatedRisks(register, new Set(['dig']), 'EUR');
  expect(
    taken.map(({ entryId, probabilityPercent, costMinor }) => [entryId, probabilityPercent, costMinor]),
  ).toEqual([['three', 20, 1_000_001n]]);
  expect(taken[0]?.hits.map(({ taskId }) => taskId)).toEqual(['dig']);
  const good = raiseEntry(writtenFacts({ effect: 'opportunity', hits }), {
    ...known,
    entryId: 'good',
    number: 7,
  });
  expect(simulatedRisks([good], new Set(['dig']), 'EUR').map(riskEvent)).toMatchObject([
    { id: 'good', isOpportunity: true, costMinor: 1_000_001 },
  ]);
});
