import { expect, test } from '@jest/globals';
import type { GuardFacts } from './guards.js';
import { closingConditions, moveAlong, stopProject, waysOn, type LifeOfProject } from './move-along.js';
import { STAGES, type Stage } from './stage.js';
import type { Standing } from './transitions.js';

const EVERYTHING: GuardFacts = {
  managerName: 'Grace Hopper',
  sponsorName: 'Sam Rossi',
  businessCaseVersion: 2,
  planVersion: 3,
  undoneTasks: 0,
  isStopped: false,
  openEntries: 0,
  unacceptedMilestones: 0,
  closingGaps: [],
  lessons: 1,
};

const ORDER_OPEN = {
  owner: 'budgeting',
  state: 'open',
  openCount: 1,
  items: [{ kind: 'commitment', name: 'Order PO-7' }],
} as const;
const QUALITY_MISSING = { owner: 'quality', state: 'missing', openCount: 0, items: [] } as const;

function life(stage: Stage, facts: Partial<GuardFacts> = {}, standings: Standing[] = ['pmo']): LifeOfProject {
  return { stage, facts: { ...EVERYTHING, ...facts }, standings };
}

test('a life that goes well leads from the idea to the archive, one stage after the other', () => {
  for (const [index, stage] of STAGES.slice(0, -1).entries()) {
    const next = STAGES[index + 1] as Stage;
    expect(moveAlong(life(stage), next, 'Board, item 3').to).toBe(next);
  }
});

test('no stage is skipped, and the refusal tells what is next', () => {
  expect(() => moveAlong(life('idea'), 'approved', 'Board')).toThrow(
    'The project is an idea; from here it goes to proposal, not to approved.',
  );
  expect(() => moveAlong(life('candidate'), 'candidate', null)).toThrow(
    'approved or proposal, not to candidate',
  );
});

test.each([
  ['idea', 'proposal', { managerName: null }, 'manager'],
  ['proposal', 'candidate', { sponsorName: null }, 'sponsor'],
  ['proposal', 'candidate', { businessCaseVersion: null }, 'business-case'],
  ['candidate', 'approved', { managerName: null }, 'manager'],
  ['candidate', 'approved', { sponsorName: null }, 'sponsor'],
  ['approved', 'delivery', { planVersion: null }, 'plan'],
  ['delivery', 'closing', { undoneTasks: 2 }, 'work-done'],
  ['closing', 'benefits', { openEntries: 3 }, 'register-settled'],
  ['closing', 'benefits', { unacceptedMilestones: 1 }, 'deliverables-accepted'],
  ['closing', 'benefits', { isStopped: true }, 'not-stopped'],
  ['closing', 'archived', { unacceptedMilestones: 2 }, 'deliverables-accepted'],
  ['closing', 'archived', { isStopped: true, openEntries: 1 }, 'register-settled'],
  ['closing', 'benefits', { sponsorName: null }, 'sponsor'],
  ['closing', 'archived', { undoneTasks: 1 }, 'tasks-done'],
  ['closing', 'benefits', { lessons: 0 }, 'lessons-recorded'],
  ['closing', 'archived', { closingGaps: null }, 'others-clear'],
  ['closing', 'archived', { closingGaps: [QUALITY_MISSING] }, 'others-clear'],
  ['closing', 'delivery', { isStopped: true }, 'not-stopped'],
] as const)('from %s to %s it does not go with %j', (from, to, facts, guard) => {
  const refused = expect(() => moveAlong(life(from, facts), to, 'Board'));
  refused.toThrow(`Not yet from ${from} to ${to}`);
  expect(waysOn(life(from, facts)).find((way) => way.to === to)?.missing).toContainEqual(
    expect.objectContaining({ guard }),
  );
});

test('all that is missing is told at once, with what was found and what to do', () => {
  const bare = { managerName: null, sponsorName: null, businessCaseVersion: null };
  expect(() => moveAlong(life('candidate', bare), 'approved', null)).toThrow(
    'Not yet from candidate to approved: found no manager. Name the person who manages it. Then found no sponsor. ' +
      'Name the sponsor who answers for it. Then found no business case. Record a business case. ' +
      'Then found no decision named. Name the decision or the document it rests on as evidence.',
  );
});

test('what a guard found is kept with the transition', () => {
  expect(moveAlong(life('approved'), 'delivery', null).checked).toEqual([
    { guard: 'manager', found: 'manager Grace Hopper' },
    { guard: 'sponsor', found: 'sponsor Sam Rossi' },
    { guard: 'plan', found: 'version 3 of the plan' },
  ]);
});

test('a closing does not end while somebody has not answered or has something open, and both are named', () => {
  const open = life('closing', { closingGaps: [ORDER_OPEN, QUALITY_MISSING] });
  expect(() => moveAlong(open, 'archived', 'Board')).toThrow(
    'found budgeting has 1 open (Order PO-7); quality has not answered. Settle what is open and wait',
  );
});

test('with a reason it ends all the same, and what was open is kept; what may not be overridden still holds', () => {
  const open = { closingGaps: [ORDER_OPEN], lessons: 0 };
  const moved = moveAlong(life('closing', open), 'archived', 'Board', 'The supplier is bankrupt.');
  expect(moved.overridden).toEqual([
    { guard: 'others-clear', found: 'budgeting has 1 open (Order PO-7)' },
    { guard: 'lessons-recorded', found: '0 lessons' },
  ]);
  const risky = life('closing', { ...open, openEntries: 2 });
  const refused = expect(() => moveAlong(risky, 'archived', 'Board', 'The supplier is bankrupt.'));
  refused.toThrow('Not yet from closing to archived: found 2 open entries in the register');
  refused.not.toThrow('Order PO-7');
});

test('a reason that nothing needs overrides nothing', () => {
  expect(moveAlong(life('closing'), 'benefits', null, 'To be sure.').overridden).toEqual([]);
});

test('what a closing ends on is told with what each condition finds; a stopped project needs no sponsor for benefits', () => {
  const names = (facts: Partial<GuardFacts>) =>
    closingConditions(life('closing', facts)).map(({ guard }) => guard);
  const all = ['deliverables-accepted', 'register-settled', 'tasks-done', 'others-clear', 'lessons-recorded'];
  expect(names({})).toEqual(['sponsor', ...all]);
  expect(names({ isStopped: true })).toEqual(all);
  expect(closingConditions(life('closing', { lessons: 0 })).at(-1)).toMatchObject({
    found: '0 lessons',
    isMet: false,
    mayBeOverridden: true,
  });
});

test('a closing goes back into delivery when work turns up', () => {
  expect(moveAlong(life('closing'), 'delivery', null).to).toBe('delivery');
  expect(() => moveAlong(life('closing', {}, ['manager']), 'delivery', null)).toThrow('the PMO or a sponsor');
});

test('a project without a plan closes on evidence that it was delivered', () => {
  const listed = life('delivery', { planVersion: null });
  expect(() => moveAlong(listed, 'closing', null)).toThrow('found no plan and no evidence');
  expect(moveAlong(listed, 'closing', 'Hand-over protocol').to).toBe('closing');
});

test('a manager proposes and delivers, but does not approve or stop the own project', () => {
  const own = (stage: Stage) => life(stage, {}, ['manager']);
  expect(moveAlong(own('proposal'), 'candidate', null).to).toBe('candidate');
  expect(moveAlong(own('approved'), 'delivery', null).to).toBe('delivery');
  expect(() => moveAlong(own('candidate'), 'approved', 'Me')).toThrow('moved by the PMO or a sponsor');
  expect(() => stopProject(own('delivery'), 'Me')).toThrow('moved by the PMO or a sponsor');
});

test('who submitted an idea may withdraw it until it is a candidate', () => {
  const own = (stage: Stage) => life(stage, {}, ['submitter']);
  expect(stopProject(own('idea'), null).to).toBe('archived');
  expect(stopProject(own('proposal'), null).to).toBe('archived');
  expect(() => stopProject(own('candidate'), null)).toThrow('moved by the PMO or a sponsor');
});

test('what was approved is closed when it is stopped, and only on a decision', () => {
  expect(stopProject(life('delivery'), 'Gate 3').to).toBe('closing');
  expect(() => stopProject(life('delivery'), null)).toThrow('no decision named');
  expect(() => stopProject(life('benefits'), 'Board')).toThrow('there is nothing left to stop');
});

test('a stopped project is archived without the acceptance of what it never delivered', () => {
  const stopped = life('closing', { isStopped: true, unacceptedMilestones: 4 });
  expect(moveAlong(stopped, 'archived', 'Board').to).toBe('archived');
});

test('an archived project goes nowhere', () => {
  for (const stage of STAGES)
    expect(() => moveAlong(life('archived'), stage, 'Board')).toThrow('is archived');
  expect(() => stopProject(life('archived'), 'Board')).toThrow('is archived');
});
