import { expect, test } from '@jest/globals';
import { matchLessons, matchOf, occasionOf, type Asking, type ProjectTraits } from './match-lessons.js';
import { worriesIn } from './worries.js';

const traits: ProjectTraits = {
  category: null,
  orgUnit: null,
  programme: null,
  portfolio: 'Roads',
  currency: 'EUR',
  wholeLifeCostMinor: null,
  durationMonths: null,
  templateId: null,
};
const asking: Asking = { ...traits, category: 'Bridge', phaseName: 'Design', worries: ['procurement'] };
const lesson = (project: Partial<ProjectTraits>, of: { phaseName?: string; category?: string } = {}) => ({
  project: { ...traits, ...project },
  phaseName: of.phaseName ?? null,
  category: of.category ?? 'other',
});

test('what was learned in the same way of working counts more than who learned it, and is said', () => {
  const match = matchOf(
    asking,
    lesson({ category: 'bridge' }, { phaseName: 'Design', category: 'procurement' }),
  );
  expect(match).toEqual({
    score: 10,
    reasons: [
      'It was learned in the phase "Design".',
      'It is of the same kind: bridge.',
      'An open entry of the register is about procurement.',
      'It is in the same portfolio: Roads.',
    ],
  });
});

test('the portfolio alone makes no match, and what nobody knows is like nothing', () => {
  expect(matchOf(asking, lesson({}))).toBeNull();
  expect(matchOf({ ...asking, programme: null }, lesson({ programme: null }))).toBeNull();
});

test('projects are of one size up to twice the cost; without costs in one currency their months decide', () => {
  const big = { ...asking, category: null, wholeLifeCostMinor: 200n };
  expect(matchOf(big, lesson({ wholeLifeCostMinor: 100n }))?.reasons[0]).toBe(
    'It is of about the same size.',
  );
  expect(matchOf(big, lesson({ wholeLifeCostMinor: 401n }))).toBeNull();
  expect(matchOf(big, lesson({ wholeLifeCostMinor: 200n, currency: 'USD' }))).toBeNull();
  const long = { ...big, durationMonths: 12 };
  expect(matchOf(long, lesson({ durationMonths: 24 }))).toMatchObject({ score: 2 });
});

test('the closest match stands first, equals in the order in which they came', () => {
  const same = lesson({ category: 'Bridge' });
  const far = lesson({ category: 'Bridge', portfolio: 'Rail' });
  const near = lesson({ category: 'Bridge' }, { phaseName: 'Design' });
  const found = matchLessons(asking, [far, same, near, same, lesson({})]);
  expect(found.map(({ lesson: one }) => one)).toEqual([near, same, same, far]);
});

test('lessons are wanted while a project is planned, and before a gate that is near or overdue', () => {
  const gate = (dueOn: string | null, isDecided = false) => ({
    phaseId: 'design',
    name: 'G2',
    dueOn,
    isDecided,
  });
  const running = { stage: 'delivery', isPlanned: true };
  const on = (gates: readonly ReturnType<typeof gate>[], project = running) =>
    occasionOf(project, gates, '2026-11-24').occasion;
  expect(on([gate('2026-12-22')])).toBe('gate');
  expect(on([gate('2026-12-23')])).toBe('none');
  expect(on([gate('2026-11-01'), gate('2026-12-01')])).toBe('gate');
  expect(on([gate('2026-11-01', true), gate(null)])).toBe('none');
  expect(on([], { stage: 'approved', isPlanned: true })).toBe('planning');
  expect(on([], { stage: 'delivery', isPlanned: false })).toBe('planning');
  expect(on([], { stage: 'benefits', isPlanned: false })).toBe('none');
});

test('what open entries are about is heard from the beginnings of their words', () => {
  expect(worriesIn(['The SUPPLIER goes out of business', 'Testers are missing'])).toEqual([
    'quality',
    'procurement',
  ]);
  expect(worriesIn(['The contest is unlate'])).toEqual([]);
});
