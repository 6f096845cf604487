import { expect, test } from '@jest/globals';
import type { LifecycleReport, StageTransition } from '@meridian/contracts-projects';
import { trackSteps } from './track-steps.js';

function life(stage: string, ...to: readonly string[]): LifecycleReport {
  const transitions = to.map((one, index): StageTransition => ({
    number: index + 1,
    to: one,
    act: 'moved',
    reason: 'On.',
    checked: [],
    at: `2026-03-0${index + 1}T09:00:00Z`,
  }));
  return { projectId: 'p', version: 1, stage, transitions, next: [] };
}

function statesOf(report: LifecycleReport): string {
  return trackSteps(report)
    .map(({ stage, state }) => `${stage} ${state}`)
    .join(', ');
}

test('a project shows the stages it went through, where it is and what is to come', () => {
  expect(statesOf(life('candidate', 'idea', 'proposal', 'candidate'))).toBe(
    'idea passed, proposal passed, candidate now, approved later, delivery later, closing later, benefits later, archived later',
  );
});

test('a project that was registered in delivery was never an idea here', () => {
  expect(trackSteps(life('delivery', 'delivery')).slice(0, 5)).toEqual([
    { stage: 'idea', state: 'left-out' },
    { stage: 'proposal', state: 'left-out' },
    { stage: 'candidate', state: 'left-out' },
    { stage: 'approved', state: 'left-out' },
    { stage: 'delivery', state: 'now', since: '2026-03-01T09:00:00Z' },
  ]);
});

test('a refused idea goes from its stage to the archive, past all between', () => {
  expect(statesOf(life('archived', 'idea', 'proposal', 'archived'))).toBe(
    'idea passed, proposal passed, candidate left-out, approved left-out, delivery left-out, closing left-out, benefits left-out, archived now',
  );
});

test('a candidate that was sent back is a proposal again since then', () => {
  const steps = trackSteps(life('proposal', 'idea', 'proposal', 'candidate', 'proposal'));
  expect(steps[1]).toEqual({ stage: 'proposal', state: 'now', since: '2026-03-04T09:00:00Z' });
  expect(steps[2]).toEqual({ stage: 'candidate', state: 'later' });
});
