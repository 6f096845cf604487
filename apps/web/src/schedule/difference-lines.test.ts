import { expect, test } from '@jest/globals';
import type { PlanDifferences } from '@meridian/contracts-projects';
import { differenceLines } from './difference-lines.js';

const NONE: PlanDifferences = {
  projectId: 'p',
  planVersion: 1,
  isSame: true,
  added: [],
  addedCount: 0,
  removed: [],
  removedCount: 0,
  renamed: [],
  renamedCount: 0,
  moved: [],
  movedCount: 0,
  changed: [],
  changedCount: 0,
  shifted: [],
  shiftedCount: 0,
  links: [],
  linksCount: 0,
  notes: [],
};

test('kinds without a difference are not told', () => {
  expect(differenceLines(NONE)).toEqual([]);
});

test('each kind is told in words, with how many there are beyond the lines', () => {
  const found: PlanDifferences = {
    ...NONE,
    removed: [
      { wbs: '1', name: 'Dig', percentComplete: 40 },
      { wbs: '2', name: 'Pour', percentComplete: 0 },
    ],
    removedCount: 900,
    moved: [{ wbs: '3', name: 'Paint', summaryBefore: 'Walls' }],
    movedCount: 1,
    changed: [
      { wbs: '4', name: 'Roof', changes: [{ field: 'durationMinutes', before: '480', after: '960' }] },
    ],
    changedCount: 1,
    links: [{ from: 'Dig', to: 'Pour', kind: 'FS', change: 'removed' }],
    linksCount: 1,
  };
  expect(differenceLines(found)).toEqual([
    { title: 'Tasks removed', count: 900, lines: ['Dig, 40 % complete', 'Pour'] },
    { title: 'Tasks elsewhere in the outline', count: 1, lines: ['Paint: Walls → the top'] },
    { title: 'Tasks changed', count: 1, lines: ['Roof: duration minutes 480 → 960'] },
    { title: 'Links', count: 1, lines: ['removed: Dig → Pour (FS)'] },
  ]);
});
