import { Refusal } from '@meridian/refusal';
import { decisionNamed, notStopped, type Evidence, type Guard, type GuardFacts } from './guards.js';
import { stageWords, type Stage } from './stage.js';
import { STOPS, TRANSITIONS, type Standing, type Transition } from './transitions.js';

/** A project as its lifecycle sees it, and what the person who asks is to it. */
export interface LifeOfProject {
  readonly stage: Stage;
  readonly facts: GuardFacts;
  readonly standings: readonly Standing[];
}

/** What a guard looked at, as the history keeps it. */
export interface Checked {
  readonly guard: string;
  readonly found: string;
}

export interface Moved {
  readonly to: Stage;
  readonly checked: readonly Checked[];
  /** Conditions that did not hold and were overridden. */
  readonly overridden: readonly Checked[];
}

/**
 * Moves a project to another stage. What may be overridden does not hold it back when `override` says why; the rest does.
 *
 * @throws Refusal `projects/archived`, `projects/stage-not-next`, `projects/not-who-decides`, `projects/stage-guarded`
 */
export function moveAlong(
  life: LifeOfProject,
  to: Stage,
  evidence: Evidence,
  override: string | null = null,
): Moved {
  requireAlive(life.stage);
  const transition = TRANSITIONS.find((one) => one.from === life.stage && one.to === to);
  if (!transition) throw notNext(life.stage, to);
  return pass(transition, life, { evidence, override });
}

/**
 * Ends a project before its time: what was approved is closed, what was not goes straight to the archive.
 *
 * @throws Refusal as `moveAlong`, `projects/cannot-stop`
 */
export function stopProject(life: LifeOfProject, evidence: Evidence): Moved {
  requireAlive(life.stage);
  const stop = STOPS.find(({ from }) => from === life.stage);
  if (!stop) {
    throw new Refusal(
      'projects/cannot-stop',
      `The project is ${stageWords(life.stage)}: its work is over, there is nothing left to stop.`,
      { details: { stage: life.stage } },
    );
  }
  return pass(stop, life, { evidence, override: null });
}

/** @throws Refusal `projects/archived` when the record is read only. */
export function requireAlive(stage: Stage): void {
  if (stage !== 'archived') return;
  throw new Refusal(
    'projects/archived',
    'The project is archived: its record is read, not changed. Submit a new idea to take its work up again.',
  );
}

/**
 * What the closing of a project ends on as it goes well, the decision left out: what each condition finds now. A project
 * that was stopped has no benefits to track, so it goes into the archive.
 */
export function closingConditions({ facts }: LifeOfProject) {
  const to = facts.isStopped ? 'archived' : 'benefits';
  const end = TRANSITIONS.find((one) => one.from === 'closing' && one.to === to);
  const guards = (end?.guards ?? []).filter((guard) => guard !== decisionNamed && guard !== notStopped);
  return guards.map((guard) => ({
    ...checkedBy(guard, facts, null),
    toDo: guard.toDo,
    isMet: guard.isMet(facts, null),
    mayBeOverridden: guard.mayBeOverridden === true,
  }));
}

/** Where a project may go from here, and what is still missing for it. */
export function waysOn(life: LifeOfProject) {
  return TRANSITIONS.filter(({ from }) => from === life.stage).map((one) => wayOf(one, life));
}

/** Where a project goes when it is refused or stopped; undefined when there is nothing left to stop. */
export function wayOut(life: LifeOfProject) {
  const stop = STOPS.find(({ from }) => from === life.stage);
  return stop && wayOf(stop, life);
}

function wayOf({ to, who, guards }: Transition, { facts, standings }: LifeOfProject) {
  const missing = guards
    .filter((guard) => !guard.isMet(facts, null))
    .map((guard) => ({ ...checkedBy(guard, facts, null), toDo: guard.toDo }));
  return { to, who, missing, isYours: who.some((standing) => standings.includes(standing)) };
}

interface Given {
  readonly evidence: Evidence;
  readonly override: string | null;
}

function pass(transition: Transition, life: LifeOfProject, { evidence, override }: Given): Moved {
  const { to, who, guards } = transition;
  if (!who.some((standing) => life.standings.includes(standing))) throw notWhoDecides(transition);
  const unmet = guards.filter((guard) => !guard.isMet(life.facts, evidence));
  const held = unmet.filter((guard) => override === null || guard.mayBeOverridden !== true);
  if (held.length > 0) throw guarded(held, life, { to, evidence });
  const told = (some: readonly Guard[]) => some.map((guard) => checkedBy(guard, life.facts, evidence));
  return { to, checked: told(guards), overridden: told(unmet) };
}

function checkedBy({ name, found }: Guard, facts: GuardFacts, evidence: Evidence): Checked {
  return { guard: name, found: found(facts, evidence) };
}

function notNext(stage: Stage, to: Stage): Refusal {
  const allowed = TRANSITIONS.filter(({ from }) => from === stage).map((one) => one.to);
  return new Refusal(
    'projects/stage-not-next',
    `The project is ${stageWords(stage)}; from here it goes to ${allowed.join(' or ')}, not to ${to}.`,
    { details: { stage, allowed } },
  );
}

const WHO: Readonly<Record<Standing, string>> = {
  pmo: 'the PMO',
  sponsor: 'a sponsor',
  manager: 'its project manager',
  submitter: 'who submitted it',
};

function notWhoDecides({ from, to, who }: Transition): Refusal {
  const words = who.map((standing) => WHO[standing]).join(' or ');
  return new Refusal(
    'projects/not-who-decides',
    `From ${from} to ${to} it is moved by ${words}; ask there.`,
    {
      kind: 'forbidden',
      details: { who: [...who] },
    },
  );
}

function guarded(
  unmet: readonly Guard[],
  { stage, facts }: LifeOfProject,
  { to, evidence }: { readonly to: Stage; readonly evidence: Evidence },
): Refusal {
  const missing = unmet.map((guard) => ({ ...checkedBy(guard, facts, evidence), toDo: guard.toDo }));
  const sentences = missing.map(({ found, toDo }) => `found ${found}. ${toDo}`);
  return new Refusal(
    'projects/stage-guarded',
    `Not yet from ${stage} to ${to}: ${sentences.join(' Then ')}`,
    {
      details: { stage, to, missing },
    },
  );
}
