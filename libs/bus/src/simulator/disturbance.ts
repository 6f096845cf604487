/** Everything that goes wrong in a schedule. A run in which one of them never took effect has proved nothing about it. */
export const DISTURBANCES = [
  'late-commit',
  'rolled-back',
  'owner-crash',
  'marks-forgotten',
  'owner-restored',
  'relay-crash',
  'strike-lost',
  'take-over',
  'zombie-relay',
  'two-relays',
  'relay-outcome-lost',
  'publish-lost',
  'publish-late',
  'publish-acknowledgement-lost',
  'stream-wiped',
  'stream-regrown',
  'tail-lost',
  'tail-replaced',
  'oldest-lost',
  'stream-restored',
  'garbage-message',
  'broker-restarted',
  'window-expired',
  'consumer-deleted',
  'consumer-ahead',
  'acknowledgements-forgotten',
  'acknowledgement-lost',
  'late-acknowledgement',
  'redelivered',
  'duplicated',
  'reordered',
  'delayed',
  'forged-event',
  'consumer-crash',
  'consumer-drained',
  'consumer-frozen',
  'death-before-commit',
  'death-after-commit',
  'unknown-commit',
  'replicas-collide',
  'outage',
  'conflict',
  'hang',
  'defect',
  'poison',
  'owner-unreachable',
  'parked',
  'redriven',
  'redriven-twice-at-once',
  'discarded',
  'diverged',
  'reconciled',
  'clock-jump',
] as const;

export type Disturbance = (typeof DISTURBANCES)[number];

/** How often each disturbance took effect. */
export type Tally = Record<Disturbance, number>;

export function newTally(): Tally {
  return Object.fromEntries(DISTURBANCES.map((kind) => [kind, 0])) as Tally;
}

export function addTally(total: Tally, part: Readonly<Tally>): void {
  for (const kind of DISTURBANCES) total[kind] += part[kind];
}
