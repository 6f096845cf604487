import { describe, expect, test } from '@jest/globals';
import type { Activity, Link } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import { schedule } from './schedule.js';

/** P holds Q (A 3 → B 4) and C (2); D (5) stands alone. */
const activities: Activity[] = [
  { id: 'P', durationMinutes: 0 },
  { id: 'Q', parentId: 'P', durationMinutes: 0 },
  { id: 'A', parentId: 'Q', durationMinutes: 3 },
  { id: 'B', parentId: 'Q', durationMinutes: 4 },
  { id: 'C', parentId: 'P', durationMinutes: 2 },
  { id: 'D', durationMinutes: 5 },
];
const chain: Link = { from: 'A', to: 'B', kind: 'FS' };

function plan(links: readonly Link[], changes: Record<string, Partial<Activity>> = {}) {
  const changed = activities.map((activity) => ({ ...activity, ...changes[activity.id] }));
  const network = compileNetwork({ activities: changed, links: [chain, ...links] });
  return { ...network, result: schedule(network, { projectStart: 0 }) };
}

test('a summary spans what it holds and is critical when something in it is', () => {
  const { result } = plan([]);
  expect(result.at('Q')).toMatchObject({
    isSummary: true,
    start: 0,
    finish: 7,
    totalFloatMinutes: 0,
    isCritical: true,
  });
  expect(result.at('P')).toMatchObject({ start: 0, finish: 7, lateStart: 0, lateFinish: 7 });
  expect(result.at('Q').driver).toBeUndefined();
});

test('a link to a summary holds back all that it holds, at every depth', () => {
  const { result } = plan([{ from: 'D', to: 'P', kind: 'FS', lag: { minutes: 1 } }]);
  expect(['A', 'B', 'C'].map((id) => result.at(id).earlyStart)).toEqual([6, 9, 6]);
  expect(result.at('A').driver).toMatchObject({ kind: 'link', linkIndex: 1, throughSummaryId: 'P' });
  expect(result.at('D')).toMatchObject({ totalFloatMinutes: 0, freeFloatMinutes: 0, isCritical: true });
  expect(result.criticalPaths()).toEqual([['D', 'A', 'B']]);
});

test('free float before a summary is what its first child does not use', () => {
  const { result } = plan([{ from: 'D', to: 'P', kind: 'FS' }], {
    Q: { constraint: { kind: 'SNET', at: 8 } },
    C: { constraint: { kind: 'SNET', at: 9 } },
  });
  expect(result.at('A')).toMatchObject({
    earlyStart: 8,
    driver: { kind: 'constraint', constraint: 'SNET', throughSummaryId: 'Q' },
  });
  expect(result.at('D')).toMatchObject({ earlyFinish: 5, freeFloatMinutes: 3, totalFloatMinutes: 3 });
});

test('a link from the finish of a summary waits for the last child, one from its start for the first', () => {
  const { result } = plan([{ from: 'P', to: 'D', kind: 'FS' }]);
  expect(result.at('D')).toMatchObject({ earlyStart: 7, driver: { kind: 'link', linkIndex: 1 } });
  expect(result.at('C')).toMatchObject({ totalFloatMinutes: 5, freeFloatMinutes: 5 });
  const first = plan([{ from: 'P', to: 'D', kind: 'SS', lag: { minutes: 9 } }], {
    A: { constraint: { kind: 'SNET', at: 2 } },
    C: { constraint: { kind: 'SNET', at: 1 } },
  }).result;
  expect(first.at('D')).toMatchObject({ earlyStart: 10, earlyFinish: 15 });
  expect(first.at('C')).toMatchObject({ earlyStart: 1, totalFloatMinutes: 0 });
  expect(first.at('A')).toMatchObject({ earlyStart: 2, totalFloatMinutes: 6 });
});

test('a deadline or FNLT of a summary caps what it holds', () => {
  for (const change of [{ deadline: 6 }, { constraint: { kind: 'FNLT', at: 6 } as const }]) {
    const { result } = plan([], { P: change });
    expect(result.at('B')).toMatchObject({ lateFinish: 6, totalFloatMinutes: -1 });
    expect(result.at('C').totalFloatMinutes).toBe(4);
    expect(result.clashes).toMatchObject([{ kind: 'deadline', activityId: 'P', wantedAt: 6, logicAt: 7 }]);
  }
});

describe('refused or reported', () => {
  const refusal = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return error as { code: string; details: unknown; message: string };
    }
    throw new Error('nothing was refused');
  };

  test('a cycle names the activities on it and not those behind it', () => {
    const error = refusal(() =>
      plan([
        { from: 'B', to: 'D', kind: 'FS' },
        { from: 'D', to: 'A', kind: 'SS' },
        { from: 'D', to: 'C', kind: 'FS' },
      ]),
    );
    expect(error.code).toBe('network/cycle');
    const { names } = error.details as { names: string[] };
    expect([...names].sort()).toEqual(['A', 'B', 'D']);
    expect(error.message).toContain(names.join(' → '));
  });

  test('a cycle through a summary names the summary', () => {
    const error = refusal(() =>
      plan([
        { from: 'P', to: 'D', kind: 'FS' },
        { from: 'D', to: 'A', kind: 'FS' },
      ]),
    );
    expect(error.code).toBe('network/cycle');
    expect((error.details as { names: string[] }).names).toEqual(expect.arrayContaining(['P', 'D', 'A']));
    expect(refusal(() => plan([{ from: 'D', to: 'D', kind: 'FS' }])).code).toBe('network/cycle');
    expect(refusal(() => plan([{ from: 'A', to: 'Q', kind: 'FS' }])).code).toBe('network/cycle');
  });

  test('broken input has a name each', () => {
    expect(refusal(() => plan([], { A: { id: 'B' } })).code).toBe('network/duplicate-activity');
    expect(refusal(() => plan([], { A: { parentId: 'X' } })).code).toBe('network/unknown-parent');
    expect(refusal(() => plan([], { P: { parentId: 'Q' } })).code).toBe('network/parent-cycle');
    expect(refusal(() => plan([], { A: { calendarId: 'X' } })).code).toBe('network/unknown-calendar');
    expect(refusal(() => plan([], { A: { durationMinutes: 1.5 } })).code).toBe('network/duration-invalid');
    expect(refusal(() => plan([], { A: { manual: { start: 2, finish: 1 } } })).code).toBe(
      'network/manual-dates-reversed',
    );
    expect(refusal(() => plan([{ from: 'A', to: 'C', kind: 'FS', lag: { minutes: 0.5 } }])).code).toBe(
      'network/lag-invalid',
    );
    expect(refusal(() => plan([]).result.at('X')).code).toBe('network/unknown-activity');
  });

  test('links that lead nowhere, twice or to the finish of a summary are reported and the rest stands', () => {
    const { findings, result } = plan(
      [
        { from: 'A', to: 'gone', kind: 'FS' },
        { from: 'A', to: 'B', kind: 'FS', lag: { minutes: 2 } },
        { from: 'D', to: 'Q', kind: 'FF' },
        { from: 'D', to: 'C', kind: 'FF' },
        { from: 'C', to: 'B', kind: 'SS' },
      ],
      { Q: { constraint: { kind: 'MSO', at: 5 } } },
    );
    expect(findings.map(({ kind, linkIndex, activityId }) => [kind, linkIndex ?? activityId])).toEqual([
      ['dangling-link', 1],
      ['finish-link-to-summary', 3],
      ['summary-constraint', 'Q'],
      ['duplicate-link', 2],
      ['dangling-start', 'C'],
      ['dangling-finish', 'C'],
    ]);
    expect(result.at('B').earlyStart).toBe(5);
  });
});
