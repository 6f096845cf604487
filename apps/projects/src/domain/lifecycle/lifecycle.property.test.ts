import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import type { GuardFacts } from './guards.js';
import { moveAlong, stopProject, type LifeOfProject } from './move-along.js';
import { STAGES, type Stage } from './stage.js';
import type { Standing } from './transitions.js';

const STANDINGS: readonly Standing[] = ['pmo', 'sponsor', 'manager', 'submitter'];

/** What the duties ask before a stage is entered, written down a second time: by whom, with what there. */
const MUST_HOLD: Readonly<
  Record<Stage, (facts: GuardFacts, evidence: string | null, from: Stage) => boolean>
> = {
  idea: (_, __, from) => from === 'proposal',
  proposal: (facts, _, from) => from === 'candidate' || (from === 'idea' && facts.managerName !== null),
  candidate: (facts, _, from) =>
    from === 'proposal' && facts.sponsorName !== null && facts.businessCaseVersion !== null,
  approved: (facts, evidence, from) =>
    from === 'candidate' && facts.managerName !== null && facts.sponsorName !== null && evidence !== null,
  delivery: (facts, _, from) =>
    from === 'closing' ? !facts.isStopped : from === 'approved' && facts.planVersion !== null,
  closing: (facts, evidence, from) =>
    (from === 'delivery' || from === 'approved') &&
    (evidence !== null || (facts.planVersion !== null && facts.undoneTasks === 0)),
  benefits: (facts, _, from) =>
    from === 'closing' && isSettled(facts) && !facts.isStopped && facts.sponsorName !== null,
  archived: (facts, evidence, from) =>
    from === 'closing' ? isSettled(facts) && evidence !== null : from !== 'benefits' || evidence !== null,
};

function isSettled({ isStopped, ...facts }: GuardFacts): boolean {
  const isDone = isStopped || (facts.unacceptedMilestones === 0 && facts.undoneTasks === 0);
  return isDone && facts.openEntries === 0 && facts.closingGaps?.length === 0 && facts.lessons > 0;
}

const QUALITY_IS_MISSING = { owner: 'quality', state: 'missing', openCount: 0, items: [] } as const;

/** Mostly what leads on, so that long lives are tried; often what must be refused. */
const step = fc.record({
  command: fc.constantFrom(...Array.from({ length: 9 }, () => 'move' as const), 'stop' as const),
  by: fc.constantFrom(1, 1, 1, 1, 2, -1, 5),
  evidence: fc.constantFrom('Board, item 3', 'Minutes 7', null),
  standings: fc.subarray([...STANDINGS]),
  facts: fc.record({
    managerName: fc.constantFrom('Grace Hopper', 'Jon Reed', null),
    sponsorName: fc.constantFrom('Sam Rossi', 'Ida Holm', null),
    businessCaseVersion: fc.constantFrom(1, 2, null),
    planVersion: fc.constantFrom(1, 2, null),
    undoneTasks: fc.constantFrom(0, 0, 4),
    openEntries: fc.constantFrom(0, 0, 2),
    unacceptedMilestones: fc.constantFrom(0, 0, 1),
    closingGaps: fc.constantFrom<GuardFacts['closingGaps']>([], [], [QUALITY_IS_MISSING], null),
    lessons: fc.constantFrom(1, 3, 0),
  }),
});

test('no sequence of commands brings a project into a stage whose guard does not hold', () => {
  const reached = new Set<Stage>();
  fc.assert(
    fc.property(
      fc.constantFrom(...STAGES),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      (begin, steps) => {
        let stage: Stage = begin;
        let isStopped = false;
        for (const { command, by, evidence, standings, facts } of steps) {
          const known = { ...facts, isStopped };
          const before: Stage = stage;
          const to = STAGES[(STAGES.indexOf(stage) + by + STAGES.length) % STAGES.length] as Stage;
          try {
            const life: LifeOfProject = { stage, facts: known, standings };
            stage = (command === 'stop' ? stopProject(life, evidence) : moveAlong(life, to, evidence)).to;
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            expect(stage).toBe(before);
            continue;
          }
          isStopped ||= command === 'stop';
          reached.add(stage);
          expect(before).not.toBe('archived');
          expect(standings.length).toBeGreaterThan(0);
          expect({ before, stage, holds: MUST_HOLD[stage](known, evidence, before) }).toMatchObject({
            holds: true,
          });
        }
      },
    ),
    { numRuns: 800, seed: 20261123 },
  );
  // The machine is not so strict that nothing moves: every stage was entered.
  expect([...reached].sort()).toEqual([...STAGES].sort());
});
