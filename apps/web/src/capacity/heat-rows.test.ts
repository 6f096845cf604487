import { expect, test } from '@jest/globals';
import type { CapacityHeatMapFigures } from '@meridian/contracts-resourcing';
import { heatRows, rowsWith } from './heat-rows.js';

const person = (name: string, role: string, orgUnit: string, booked: number[], capacity = [2400, 2400]) => ({
  personId: name,
  name,
  role,
  orgUnit,
  loadPercent: [],
  capacityMinutes: capacity,
  bookedMinutes: booked,
});
const figures: CapacityHeatMapFigures = {
  weeks: ['2026-11-23', '2026-11-30'],
  basis: 'net-of-leave',
  people: [
    person('Ana', 'Developer', 'IT', [0, 1200]),
    person('Tom', 'Developer', 'Quality', [4800, 2400]),
    person('Eva', 'Trainer', 'IT', [600, 0], [0, 2400]),
  ],
};

test('who is booked most above capacity comes first, with the size in hours', () => {
  const rows = heatRows(figures, 'person');
  expect(rows.map(({ name, overMinutes, weeksOver }) => [name, overMinutes / 60, weeksOver])).toEqual([
    ['Tom', 40, 1],
    ['Eva', 10, 1],
    ['Ana', 0, 0],
  ]);
  expect(rows[0]?.cells.map(({ percent }) => percent)).toEqual([200, 100]);
});

test('the overload of one is not hidden by the free hours of another', () => {
  const [developers] = heatRows(figures, 'role');
  expect(developers).toMatchObject({ name: 'Developer', note: '2 people' });
  expect(developers?.cells[0]).toEqual({
    capacityMinutes: 4800,
    bookedMinutes: 4800,
    overMinutes: 2400,
    percent: 100,
    peopleOver: 1,
  });
});

test('work in a week without hours is overload without a percentage', () => {
  const team = heatRows(figures, 'person').find(({ name }) => name === 'Eva');
  expect(team?.cells[0]).toMatchObject({ percent: null, overMinutes: 600, peopleOver: 1 });
});

test('teams are found by name, people by their role and team as well', () => {
  expect(rowsWith(heatRows(figures, 'team'), 'qual').map(({ name }) => name)).toEqual(['Quality']);
  expect(rowsWith(heatRows(figures, 'person'), 'developer').map(({ name }) => name)).toEqual(['Tom', 'Ana']);
});
