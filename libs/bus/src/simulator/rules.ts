import { lookAgainRound, sweepRound, SWEEP_OPTIONS } from '../protocol/anti-entropy.js';
import type { SweepOptions, SweepRound } from '../protocol/anti-entropy.js';
import { advance, decide, freed, isStillAt, parkedAt, skipped } from '../protocol/cursor-rules.js';
import { InboxMachine } from '../protocol/inbox-machine.js';
import type { Moment } from '../protocol/inbox-machine.js';
import { INBOX_LIMITS } from '../protocol/inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput, InboxLimits } from '../protocol/inbox-protocol.js';
import { stepRelay } from '../protocol/relay-machine.js';
import { SweepPlan } from '../protocol/sweep-plan.js';
import type { ModelEvent } from './model/model-event.js';

export interface ModelArrival extends Arrival {
  readonly event: ModelEvent;
}

/** The inbox machine as a process of a consumer uses it. */
export interface Inbox {
  readonly held: number;
  readonly isQuiet: boolean;
  step(input: InboxInput<ModelArrival>, moment: Moment): InboxEffect<ModelArrival>[];
}

/** What the simulated processes ask of production. A planted bug replaces one of these, or one statement of a model. */
export interface Rules {
  stepRelay: typeof stepRelay;
  decide: typeof decide;
  advance: typeof advance;
  parkedAt: typeof parkedAt;
  freed: typeof freed;
  skipped: typeof skipped;
  isStillAt: typeof isStillAt;
  sweepOptions: SweepOptions;
  sweep(since: string | null): SweepRound<ModelEvent, string>;
  lookAgain(aggregateIds: readonly string[]): SweepRound<ModelEvent, readonly string[]>;
  limits: InboxLimits;
  newInbox(): Inbox;
  newPlan(): SweepPlan;
}

/** Few of everything, so that short schedules reach the limits. */
export function productionRules(): Rules {
  const rules: Rules = {
    stepRelay,
    decide,
    advance,
    parkedAt,
    freed,
    skipped,
    isStillAt,
    sweepOptions: { ...SWEEP_OPTIONS, headsPerPage: 2, eventsPerFetch: 6 },
    sweep: (since) => sweepRound<ModelEvent>(since, rules.sweepOptions),
    lookAgain: (ids) => lookAgainRound<ModelEvent>(ids, rules.sweepOptions),
    limits: {
      ...INBOX_LIMITS,
      transactions: 2,
      eventsPerTransaction: 8,
      lanesPerTransaction: 3,
      attempts: { conflict: 2, defect: 2, hang: 2 },
    },
    newInbox: () => new InboxMachine<ModelArrival>(rules.limits),
    newPlan: () => new SweepPlan(),
  };
  return rules;
}
