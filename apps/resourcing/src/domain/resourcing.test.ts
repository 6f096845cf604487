import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarWeek, capacityByWeek, weekCapacity } from './capacity.js';
import { employmentOf, type EmploymentFact } from './employment.js';
import { PersonFinder } from './find-person.js';
import { loadByWeek, loadPercent, overloadsOf, peakPercent } from './load.js';
import { weekOf, weeksFrom } from './weeks.js';

const hired = (effectiveOn: string, facts = {}): EmploymentFact => ({
  kind: 'hired',
  effectiveOn,
  facts: { name: 'Tom', ...facts },
});

describe('employment', () => {
  test('changes hold from their day on, and a future one is planned with but not shown', () => {
    const told = [
      hired('2026-01-01'),
      { kind: 'changed', effectiveOn: '2027-01-01', facts: { ftePercent: 50 } } as const,
    ];
    const { current, periods } = employmentOf(told, '2026-11-23');
    expect(current.ftePercent).toBe(100);
    expect(periods).toEqual([
      { from: '2026-01-01', until: '2026-12-31', ftePercent: 100 },
      { from: '2027-01-01', until: null, ftePercent: 50 },
    ]);
  });

  test('ends on the last day, and a rehire is the same person in a new period', () => {
    const told = [
      hired('2026-01-01'),
      { kind: 'left', effectiveOn: '2026-06-30', facts: {} } as const,
      hired('2026-10-01'),
    ];
    const { current, periods } = employmentOf(told, '2026-11-23');
    expect(periods.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-01', '2026-06-30'],
      ['2026-10-01', null],
    ]);
    expect(current).toMatchObject({ employedFrom: '2026-10-01', employedUntil: null });
  });

  test('is the same in whatever order its facts were told', () => {
    const told: EmploymentFact[] = [
      hired('2026-01-01'),
      { kind: 'changed', effectiveOn: '2026-03-01', facts: { ftePercent: 80 } },
      { kind: 'changed', effectiveOn: '2026-05-01', facts: { role: 'Tester' } },
      { kind: 'left', effectiveOn: '2026-12-31', facts: {} },
    ];
    const expected = employmentOf(told, '2026-11-23');
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: 4 }), (shuffled) => {
        expect(employmentOf(shuffled, '2026-11-23')).toEqual(expected);
      }),
    );
  });
});

describe('capacity of a week', () => {
  const always = [{ from: '2026-01-01', until: null, ftePercent: 100 }];

  test('is calendar hours times the share of full time, without leave', () => {
    expect(weekCapacity(always, [], '2026-11-23')).toBe(2400);
    expect(weekCapacity([{ ...always[0]!, ftePercent: 60 }], [], '2026-11-23')).toBe(1440);
    expect(weekCapacity(always, [{ from: '2026-11-26', to: '2026-11-27' }], '2026-11-23')).toBe(1440);
  });

  test('ends with the employment', () => {
    expect(
      weekCapacity([{ from: '2026-01-01', until: '2026-11-24', ftePercent: 100 }], [], '2026-11-23'),
    ).toBe(960);
    expect(
      weekCapacity([{ from: '2026-01-01', until: '2026-11-24', ftePercent: 100 }], [], '2026-11-30'),
    ).toBe(0);
  });
});

describe('load', () => {
  test('is spread over working days: a fortnight from Thursday', () => {
    const weeks = loadByWeek([{ start: '2026-11-26', finish: '2026-12-09', workMinutes: 4800 }]);
    expect([...weeks]).toEqual([
      ['2026-11-23', 960],
      ['2026-11-30', 2400],
      ['2026-12-07', 1440],
    ]);
  });

  test('of a booking sums to its work, however it is cut', () => {
    const days = fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 200 }),
      fc.nat(100_000),
    );
    fc.assert(
      fc.property(days, ([from, length, workMinutes]) => {
        const date = (day: number) =>
          new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString().slice(0, 10);
        const weeks = loadByWeek([{ start: date(from), finish: date(from + length), workMinutes }]);
        expect([...weeks.values()].reduce((sum, minutes) => sum + minutes, 0)).toBe(workMinutes);
      }),
    );
  });

  test('above capacity is an overload with its size, not a flag', () => {
    const week = (bookedMinutes: number) => ({
      weekStart: '2026-11-30',
      capacityMinutes: 2400,
      bookedMinutes,
    });
    expect(overloadsOf([week(2400), week(2640)])).toEqual([week(2640)]);
    expect([loadPercent(week(2640)), loadPercent(week(5280)), peakPercent([week(2640), week(5280)])]).toEqual(
      [110, 220, 220],
    );
  });

  test('in a week without capacity counts as 1000 percent, not as nothing', () => {
    expect(loadPercent({ weekStart: '2026-11-30', capacityMinutes: 0, bookedMinutes: 60 })).toBe(1000);
  });
});

test('capacity of many weeks at once is that of each week by itself', () => {
  const periods = [
    { from: '2026-11-25', until: '2027-01-12', ftePercent: 80 },
    { from: '2027-01-13', until: '2027-02-28', ftePercent: 50 },
    { from: '2027-03-10', until: null, ftePercent: 100 },
  ];
  const leaves = [
    { from: '2026-12-23', to: '2027-01-03' },
    { from: '2027-03-30', to: '2027-03-30' },
  ];
  const mondays = weeksFrom('2026-11-16', 24);
  expect(capacityByWeek(periods, leaves, mondays.map(calendarWeek))).toEqual(
    mondays.map((monday) => weekCapacity(periods, leaves, monday)),
  );
});

describe('the person a plan means', () => {
  const people = [
    { personId: 'p1', employeeNumber: 'E-1', email: 'tom@example.org', name: 'Tom Jensen' },
    { personId: 'p2', employeeNumber: 'E-2', email: null, name: 'Ana Silva' },
    { personId: 'p3', employeeNumber: 'E-3', email: null, name: 'Ana Silva' },
  ];

  test.each([
    [{ resourceKey: 'TOM@example.org', resourceName: 'Validation' }, 'p1'],
    [{ resourceKey: 'E-2', resourceName: 'x' }, 'p2'],
    [{ resourceName: ' tom jensen ' }, 'p1'],
    [{ resourceName: 'Ana Silva' }, null],
    [{ resourceName: 'Welder' }, null],
  ])('%j is %s', (resource, personId) => expect(new PersonFinder(people).find(resource)).toBe(personId));
});

test('weeks start on Monday', () => {
  expect(weekOf('2026-11-22')).toBe('2026-11-16');
  expect(weeksFrom('2026-11-23', 3)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
});
