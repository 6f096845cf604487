import { DISTURBANCES } from './disturbance.js';
import type { Disturbance, Tally } from './disturbance.js';
import type { Random } from './random.js';

/** Only anti-entropy mends these; without it nobody promises anything about them. */
const NEEDS_SWEEP: ReadonlySet<Disturbance> = new Set([
  'owner-restored',
  'oldest-lost',
  'consumer-deleted',
  'consumer-ahead',
  'late-acknowledgement',
  'forged-event',
  'poison',
]);

const LOSES_EVENTS: readonly Disturbance[] = [
  'stream-wiped',
  'stream-regrown',
  'stream-restored',
  'tail-lost',
  'tail-replaced',
];

/**
 * Which misfortunes a schedule knows. Each schedule draws its own handful: a fault that only shows when one thing goes wrong often
 * drowns when everything goes wrong at once.
 */
export class Chaos {
  readonly #allowed: Record<Disturbance, boolean>;
  /** How often the schedule's misfortunes strike, beside what is usual. */
  readonly #strength: number;
  /** Where it does not, the broker alone has to bring everything: neither sweeps nor questions over gaps mend what the relay spoils. */
  readonly ownerAnswers: boolean;
  /** While the world heals nothing goes wrong any more. */
  isCalm = false;

  readonly hasSweep: boolean;

  constructor(
    private readonly random: Random,
    { hasSweep, frequent }: { readonly hasSweep: boolean; readonly frequent: readonly Disturbance[] },
    readonly tally: Tally,
  ) {
    this.hasSweep = hasSweep;
    this.ownerAnswers = hasSweep || random.chance(0.3);
    const share = random.pick([0.12, 0.25, 0.5, 0.5, 0.75, 1]);
    this.#strength = random.pick([1, 1, 1, 4]);
    const allowed = {} as Record<Disturbance, boolean>;
    for (const kind of DISTURBANCES)
      allowed[kind] = random.next() < share && (hasSweep || !NEEDS_SWEEP.has(kind));
    for (const kind of frequent) allowed[kind] = true;
    // A consumer that is made anew begins at the beginning; what the stream lost meanwhile only a sweep brings.
    const losesEvents = LOSES_EVENTS.some((kind) => allowed[kind]);
    if (!hasSweep && !losesEvents) allowed['consumer-deleted'] = random.chance(0.5);
    // Only the owner may write to its stream; a stranger's message in the place of a lost one is more than the relay alone mends.
    if (!hasSweep && losesEvents) allowed['garbage-message'] = false;
    this.#allowed = allowed;
  }

  allows(kind: Disturbance): boolean {
    return !this.isCalm && this.#allowed[kind];
  }

  /** Whether it strikes now; the caller counts it when it has taken effect. */
  strikes(kind: Disturbance, probability: number): boolean {
    return !this.isCalm && this.#allowed[kind] && this.random.next() < probability * this.#strength;
  }

  count(kind: Disturbance): void {
    this.tally[kind] += 1;
  }
}
