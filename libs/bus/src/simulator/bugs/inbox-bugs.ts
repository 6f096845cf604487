import type { InboxEffect, InboxInput, LaneWork } from '../../protocol/inbox-protocol.js';
import type { Inbox, ModelArrival, Rules } from '../rules.js';
import type { Bug } from './bug.js';
import { among, inRules, inWorld } from './bug.js';

type Input = InboxInput<ModelArrival>;
type Effect = InboxEffect<ModelArrival>;

/** Mistakes in the lanes of a consumer's process. */
export const INBOX_BUGS: readonly Bug[] = [
  inRules('lane-reordered', 'events of a lane run in the reverse order', (rules) => {
    asked(rules, (effect) =>
      effect.kind !== 'run'
        ? effect
        : {
            ...effect,
            work: effect.work.map((lane) => ({ ...lane, arrivals: [...lane.arrivals].reverse() })),
          },
    );
  }),
  inRules('retry-forgets-event', 'after a failure the lane goes on behind the event that failed', (rules) => {
    heard(rules, (input) => {
      if (input.kind !== 'failed' || input.failure === 'permanent') return input;
      const outcomes = input.aggregateIds.map((aggregateId) => ({
        aggregateId,
        doneCount: 1,
        missingFrom: null,
      }));
      return { kind: 'committed', outcomes };
    });
  }),
  inRules('gap-never-asked', 'a missing event is not asked from its owner', (rules) => {
    asked(rules, (effect) => (effect.kind === 'fetch' ? null : effect));
  }),
  inRules('gap-asked-one-late', 'the owner is asked from the event after the missing one', (rules) => {
    asked(rules, (effect) =>
      effect.kind === 'fetch' ? { ...effect, fromSequence: effect.fromSequence + 1 } : effect,
    );
  }),
  inRules('no-answer-is-none', 'an owner that cannot be reached has no such event', (rules) => {
    heard(rules, (input) =>
      input.kind === 'fetch-failed' ? { ...input, kind: 'fetched', arrivals: [] } : input,
    );
  }),
  among(
    ['forged-event', 'duplicated', 'redelivered', 'clock-jump'],
    true,
    inRules(
      'aliens-one-at-a-time',
      'the owner is asked for every event that it did not announce',
      (rules) => {
        asked(rules, (effect) =>
          effect.kind !== 'run' ? effect : { ...effect, work: effect.work.map(oneAlien) },
        );
      },
    ),
  ),
  inRules('outage-is-a-fault', 'an outage counts against the event', (rules) => {
    heard(rules, (input) =>
      input.kind === 'failed' && input.failure === 'outage' ? { ...input, failure: 'defect' } : input,
    );
  }),
  inRules('bystander-blamed', 'when a transaction fails its first event is the culprit', (rules) => {
    heard(rules, (input, inbox) => {
      if (input.kind !== 'failed' || input.culprit === null) return input;
      const first = inbox.lastWork.find(({ aggregateId }) => aggregateId === input.aggregateIds[0])!;
      const { aggregateId, eventId } = first.arrivals[0]!;
      return { ...input, culprit: { aggregateId, eventId } };
    });
  }),
  inRules('tried-for-ever', 'an event that always fails is never parked', (rules) => {
    rules.limits = { ...rules.limits, attempts: { conflict: 1e9, defect: 1e9, hang: 1e9 } };
  }),
  inRules('parked-at-first-failure', 'the first failure parks an event', (rules) => {
    heard(rules, (input) =>
      input.kind === 'failed' && input.failure !== 'outage' ? { ...input, failure: 'permanent' } : input,
    );
  }),
  inRules(
    'late-outcome-for-wrong-lane',
    'every outcome tells that one event more is done than is',
    (rules) => {
      heard(rules, (input) =>
        input.kind === 'committed'
          ? {
              ...input,
              outcomes: input.outcomes.map((one) => ({
                ...one,
                doneCount: one.doneCount + (one.missingFrom ? 1 : 0),
              })),
            }
          : input,
      );
    },
  ),
  inWorld('gap-page-is-whole', 'a page that an owner cut short closes the gap', ({ rules, processes }) => {
    const filled = new Set<string>();
    for (const process of processes) {
      const step = process.step.bind(process);
      process.step = (input) => {
        if (input.kind === 'fetched' && input.arrivals.length === 3) filled.add(input.aggregateId);
        step(input);
      };
    }
    const { decide } = rules;
    rules.decide = (cursor, event, poison) => {
      const decision = decide(cursor, event, poison);
      const isFilled =
        decision === 'wait' && filled.delete((event as { aggregateId?: string }).aggregateId ?? '');
      return isFilled ? 'take' : decision;
    };
  }),
  inWorld('drain-acknowledges', 'a process that stops acknowledges what it gives back', ({ processes }) => {
    for (const process of processes) {
      const { drain, settle } = process;
      process.drain = () => {
        process.settle = (token) => settle.call(process, token, 'ack');
        drain.call(process);
        process.settle = settle;
      };
    }
  }),
];

interface Watched extends Inbox {
  readonly lastWork: (Effect & { kind: 'run' })['work'];
}

/** Changes what the machine is told. */
function heard(rules: Rules, change: (input: Input, inbox: Watched) => Input): void {
  wrapped(rules, (inbox, input, step) => step(change(input, inbox)));
}

/** Changes what the machine asks for; null: it asks for nothing. */
function asked(rules: Rules, change: (effect: Effect) => Effect | null): void {
  wrapped(rules, (_inbox, input, step) => step(input).flatMap((effect) => change(effect) ?? []));
}

function oneAlien(lane: LaneWork<ModelArrival>): LaneWork<ModelArrival> {
  const { poison } = lane;
  if (poison?.kind !== 'alien') return lane;
  return { ...lane, poison: { ...poison, eventIds: poison.eventIds.slice(0, 1) } };
}

function wrapped(
  rules: Rules,
  around: (inbox: Watched, input: Input, step: (input: Input) => Effect[]) => Effect[],
): void {
  const { newInbox } = rules;
  rules.newInbox = () => {
    const machine = newInbox();
    const works = new Map<string, Watched['lastWork'][number]>();
    return {
      get held() {
        return machine.held;
      },
      get isQuiet() {
        return machine.isQuiet;
      },
      step(input, moment) {
        const watched = { held: machine.held, isQuiet: machine.isQuiet, lastWork: [...works.values()] };
        const effects = around({ ...watched, step: machine.step }, input, (one) => machine.step(one, moment));
        for (const effect of effects)
          if (effect.kind === 'run') for (const lane of effect.work) works.set(lane.aggregateId, lane);
        return effects;
      },
    };
  };
}
