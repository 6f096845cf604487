import { Refusal } from '@meridian/refusal';
import { requireNotBefore } from './day-order.js';

export type SprintState = 'planned' | 'running' | 'closed';

/** A stretch of days with a goal. What was committed to is fixed when it begins, what was done when it is closed. */
export interface Sprint {
  readonly sprintId: string;
  readonly projectId: string;
  readonly number: number;
  readonly version: number;
  readonly state: SprintState;
  readonly goal: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startedOn: string | null;
  readonly closedOn: string | null;
  readonly committedPoints: number | null;
  readonly committedItems: number | null;
  readonly donePoints: number | null;
  readonly doneItems: number | null;
}

export interface SprintFacts {
  readonly goal: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Points of items that are estimated, and how many items there are. */
export interface Amount {
  readonly points: number;
  readonly items: number;
}

/** @throws Refusal `projects/sprint-not-in-order` */
export function newSprint(
  facts: SprintFacts,
  known: Pick<Sprint, 'sprintId' | 'projectId' | 'number'>,
): Sprint {
  requireInOrder(facts);
  return {
    ...facts,
    ...known,
    version: 1,
    state: 'planned',
    startedOn: null,
    closedOn: null,
    committedPoints: null,
    committedItems: null,
    donePoints: null,
    doneItems: null,
  };
}

/** @throws Refusal `projects/sprint-not-planned`, `projects/sprint-not-in-order` */
export function replanSprint(sprint: Sprint, facts: SprintFacts): Sprint {
  requirePlanned(sprint);
  requireInOrder(facts);
  return { ...sprint, ...facts, version: sprint.version + 1 };
}

/**
 * What is committed to by now is the commitment for good.
 *
 * @param running another sprint of the project that runs
 * @throws Refusal `projects/sprint-not-planned`, `projects/sprint-already-runs`, `projects/sprint-empty`
 */
export function startSprint(
  sprint: Sprint,
  { on, committed, running }: { on: string; committed: Amount; running: Pick<Sprint, 'number'> | null },
): Sprint {
  requirePlanned(sprint);
  if (running !== null) {
    throw new Refusal(
      'projects/sprint-already-runs',
      `Sprint ${running.number} runs; close it before the next one starts.`,
    );
  }
  if (committed.items === 0) {
    throw new Refusal(
      'projects/sprint-empty',
      `Nothing is committed to sprint ${sprint.number}; move items of the backlog into it first.`,
    );
  }
  return {
    ...sprint,
    version: sprint.version + 1,
    state: 'running',
    startedOn: on,
    committedPoints: committed.points,
    committedItems: committed.items,
  };
}

/**
 * @param last the last day on which something happened in it
 * @throws Refusal `projects/sprint-not-running`, `projects/day-before-last`
 */
export function closeSprint(
  sprint: Sprint,
  { on, done, last }: { on: string; done: Amount; last: string },
): Sprint {
  if (sprint.state !== 'running') {
    throw new Refusal(
      'projects/sprint-not-running',
      `Sprint ${sprint.number} is ${sprint.state}; only a sprint that runs is closed.`,
    );
  }
  requireNotBefore(on, last, `something happened in sprint ${sprint.number}`);
  return {
    ...sprint,
    version: sprint.version + 1,
    state: 'closed',
    closedOn: on,
    donePoints: done.points,
    doneItems: done.items,
  };
}

export function amountOf(items: readonly { readonly points: number | null }[]): Amount {
  return { points: items.reduce((sum, { points }) => sum + (points ?? 0), 0), items: items.length };
}

function requirePlanned({ state, number }: Sprint): void {
  if (state === 'planned') return;
  throw new Refusal(
    'projects/sprint-not-planned',
    `Sprint ${number} is ${state}; its goal, its days and its commitment are fixed since it began.`,
  );
}

function requireInOrder({ startsOn, endsOn }: SprintFacts): void {
  if (startsOn <= endsOn) return;
  throw new Refusal(
    'projects/sprint-not-in-order',
    `The sprint ends on ${endsOn}, before it starts on ${startsOn}.`,
    { kind: 'unprocessable' },
  );
}
