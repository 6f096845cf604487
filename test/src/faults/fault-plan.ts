import { Chance } from './chance.js';
import { STORES } from './links/house-links.js';
import type { Store } from './links/house-links.js';
import { SERVICES } from './recovery.js';

/** Every kind of fault, and how often it comes in one round. */
const ROUND = {
  'service killed': 4,
  'service paused': 4,
  'service restarted': 3,
  'all services restarted in turn': 1,
  'broker killed': 2,
  'broker paused': 2,
  'broker restarted': 1,
  'broker disk deleted': 2,
  'database restarted fast': 1,
  'database restarted immediately': 1,
  'database killed': 1,
  'database sessions ended': 3,
  'connections reset': 3,
  'connections half open': 3,
  'connections stalled': 3,
  'connections slow': 2,
  'old messages again': 3,
  'garbage on event subjects': 3,
  'disk full': 1,
  'clock of a service wrong': 4,
  'clock of the database wrong': 1,
} as const;

/** Services of two releases side by side. Only where a previous release was named, so that other plans stay what they are. */
export const ROLLING = 'rolling mixed versions' as const;

export type FaultKind = keyof typeof ROUND | typeof ROLLING;
export const FAULT_KINDS = Object.keys(ROUND) as readonly FaultKind[];

/** One fault, with everything that chance decides about it. */
export interface FaultStep {
  readonly number: number;
  readonly kind: FaultKind;
  /** Whom it meets, where it meets one service. */
  readonly service: string;
  /** The way it meets, where it meets one. */
  readonly store: Store;
  /** How long it lasts, where it lasts. */
  readonly holdMs: number;
  /** Rest before the next one. */
  readonly breathMs: number;
  /** For what is drawn while it happens. */
  readonly seed: number;
}

/** Most faults are short; one in four may last. */
const USUAL_HOLD_MS = 800;
const LONGEST_HOLD_MS = 2_500;
const LONGEST_BREATH_MS = 900;

/** The sequence of faults of a seed: always the same. In each round every kind comes at least once, in random order. */
export function faultPlan(
  seed: number,
  steps: number,
  kinds: readonly FaultKind[] = FAULT_KINDS,
): readonly FaultStep[] {
  const chance = new Chance(seed);
  // The house starts on the previous release, so a deployment comes before everything else.
  const plan: FaultStep[] = kinds.includes(ROLLING) ? [step(1, ROLLING, chance)] : [];
  while (plan.length < steps) {
    for (const kind of chance.shuffled(roundOf(kinds))) plan.push(step(plan.length + 1, kind, chance));
  }
  return plan.slice(0, steps);
}

function roundOf(kinds: readonly FaultKind[]): FaultKind[] {
  return kinds.flatMap((kind) => Array.from({ length: kind === ROLLING ? 1 : ROUND[kind] }, () => kind));
}

function step(number: number, kind: FaultKind, chance: Chance): FaultStep {
  const store = chance.pick(STORES);
  const owners = SERVICES.filter((name) => name !== 'gateway');
  const needsDatabase =
    kind === 'database sessions ended' || (kind.startsWith('connections') && store === 'database');
  const needsStream = kind === 'old messages again' || kind === 'garbage on event subjects';
  return {
    number,
    kind,
    service: chance.pick<string>(needsDatabase || needsStream ? owners : SERVICES),
    store,
    holdMs: chance.between(50, chance.next() < 1 / 4 ? LONGEST_HOLD_MS : USUAL_HOLD_MS),
    breathMs: chance.between(0, LONGEST_BREATH_MS),
    seed: chance.between(1, 2 ** 31),
  };
}
