import { InboxMachine } from '../protocol/inbox-machine.js';
import { INBOX_LIMITS } from '../protocol/inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput } from '../protocol/inbox-protocol.js';

/** Nothing waits for company. */
export const AT_ONCE = { ...INBOX_LIMITS, lanesThatFill: 1, gatherMs: { eager: 0, calm: 0 } };

export const at = (aggregateId: string, sequence: number, token: number | null = sequence): Arrival => ({
  token,
  aggregateId,
  eventId: `${aggregateId}${sequence}`,
  sequence,
});

/** The machine with a clock that a test moves. */
export function machine(limits = AT_ONCE) {
  const under = new InboxMachine<Arrival>(limits);
  let now = 0;
  return {
    under,
    pass: (ms: number) => (now += ms),
    step: (input: InboxInput<Arrival>): InboxEffect<Arrival>[] => under.step(input, { now, random: 0 }),
  };
}

/** What was begun, a word for each aggregate of a transaction. */
export function ran(effects: readonly InboxEffect<Arrival>[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'run'
      ? effect.work.map(({ arrivals }) => arrivals.map(({ eventId }) => eventId).join(' '))
      : [],
  );
}

/** Effects of a kind. */
export function only<K extends InboxEffect<Arrival>['kind']>(
  effects: readonly InboxEffect<Arrival>[],
  kind: K,
): Extract<InboxEffect<Arrival>, { kind: K }>[] {
  return effects.filter(
    (effect): effect is Extract<InboxEffect<Arrival>, { kind: K }> => effect.kind === kind,
  );
}

export const committed = (aggregateId: string, doneCount: number, missingFrom: number | null = null) =>
  ({ kind: 'committed', outcomes: [{ aggregateId, doneCount, missingFrom }] }) as const;

/** The service's own stores are away. */
export const outage = (...aggregateIds: readonly string[]) =>
  ({ kind: 'failed', aggregateIds, culprit: null, failure: 'outage', reason: 'away' }) as const;
