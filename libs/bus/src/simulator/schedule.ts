import { Fault } from './fault.js';
import { heal } from './heal.js';
import { MISFORTUNES } from './misfortunes.js';
import type { Misfortune } from './misfortunes.js';
import type { Trait } from './model/model-event.js';
import { newTally } from './disturbance.js';
import type { Tally } from './disturbance.js';
import { Random, seedOf } from './random.js';
import { productionRules } from './rules.js';
import { World } from './world.js';
import type { Plant } from './world.js';

export interface ScheduleResult {
  /** What went wrong, or null. */
  readonly fault: Fault | null;
  /** Moves of the disturbed part and of the quiet part together. */
  readonly steps: number;
}

export type Trace = (step: number, move: string, world: World) => void;

const AGGREGATES = ['a', 'b', 'c'];
const LENGTHS = [30, 60, 120, 240];

/** Moves and their lots in the draw. */
const MOVES = {
  announce: 14,
  commit: 3,
  relay: 28,
  receive: 14,
  work: 24,
  pass: 3,
  supervise: 2,
  sweep: 9,
  decide: 3,
  arriveLate: 1,
  misfortune: 5,
} as const;

type Move = keyof typeof MOVES;

const LOTS = lotsOf(MOVES);
/** One misfortune meets what the one before has left behind. */
const STORMY_LOTS = lotsOf({ ...MOVES, misfortune: 25 });

function lotsOf(moves: Readonly<Record<Move, number>>): readonly Move[] {
  return Object.entries(moves).flatMap(([move, lots]) => Array<Move>(lots).fill(move as Move));
}

/** Plays schedule number `schedule` of a run: random moves and misfortunes, then quiet until everything has arrived. */
export function playSchedule(
  seed: number,
  schedule: number,
  {
    tally = newTally(),
    plant,
    trace,
  }: { tally?: Tally; plant?: Plant | undefined; trace?: Trace | undefined } = {},
): ScheduleResult {
  return new Schedule(new Random(seedOf(seed, schedule)), tally, plant, trace).play();
}

class Schedule {
  readonly #world: World;
  readonly #misfortunes: readonly Misfortune[];
  readonly #length: number;
  readonly #lots: readonly Move[];
  #steps = 0;

  constructor(
    private readonly random: Random,
    tally: Tally,
    plant: Plant | undefined,
    private readonly trace: Trace | undefined,
  ) {
    const drawn = random.chance(0.5);
    const focus = plant?.focus;
    const hasSweep = focus?.hasSweep ?? drawn;
    this.#length = random.pick(LENGTHS);
    this.#lots = random.chance(0.3) ? STORMY_LOTS : LOTS;
    const rules = productionRules();
    if (!hasSweep)
      rules.limits = { ...rules.limits, attempts: { conflict: 1_000, defect: 1_000, hang: 1_000 } };
    plant?.rules?.(rules, random);
    const services = random.chance(0.4) ? 2 : 1;
    const replicas = random.chance(0.7) ? 2 : 1;
    this.#world = new World({ rules, random, tally, hasSweep, services, replicas, focus });
    plant?.world?.(this.#world);
    this.#misfortunes = MISFORTUNES.filter(({ kind }) => this.#world.chaos.allows(kind)).flatMap(
      (misfortune) => {
        const isFrequent = focus?.kinds.includes(misfortune.kind) === true;
        return Array<Misfortune>(isFrequent ? misfortune.weight * 4 : misfortune.weight).fill(misfortune);
      },
    );
  }

  play(): ScheduleResult {
    try {
      for (let step = 0; step < this.#length; step += 1) this.#move();
      heal(this.#world, (move) => this.#count(move));
    } catch (error) {
      const fault =
        error instanceof Fault ? error : new Fault('broke', String((error as Error).stack ?? error));
      return { fault, steps: this.#steps };
    }
    return { fault: null, steps: this.#steps };
  }

  #count(move: string): void {
    this.#steps += 1;
    this.trace?.(this.#steps, move, this.#world);
  }

  #move(): void {
    const { random } = this;
    const world = this.#world;
    const move = random.pick(this.#lots);
    switch (move) {
      case 'announce':
        this.#announce();
        break;
      case 'commit':
        this.#commit();
        break;
      case 'relay': {
        const relay = random.pick(world.relays);
        if (!relay.isPaused) relay.advance();
        break;
      }
      case 'receive':
      case 'work':
      case 'pass':
      case 'supervise':
      case 'sweep':
        this.#consume(move);
        break;
      case 'decide':
        random.pick(world.persons).act();
        break;
      case 'arriveLate':
        if (world.late.length > 0) world.late.splice(random.below(world.late.length), 1)[0]!();
        break;
      case 'misfortune':
        this.#misfortune();
    }
    this.#count(move);
  }

  #consume(move: 'receive' | 'work' | 'pass' | 'supervise' | 'sweep'): void {
    const { random } = this;
    const { processes, chaos } = this.#world;
    const process = random.pick(processes);
    if (process.isFrozen) return;
    if (move === 'receive') process.receive();
    else if (move === 'work') process.bench.advance();
    else if (move === 'pass') process.passTime(random.below(3_000));
    else if (move === 'supervise') process.supervise();
    else if (chaos.hasSweep) process.sweeper.advance();
  }

  #announce(): void {
    const { owner, chaos } = this.#world;
    const aggregateId = this.random.pick(AGGREGATES);
    if (owner.isLocked(aggregateId)) return;
    const transaction = owner.begin(aggregateId, this.random.chance(0.2) ? 2 : 1);
    if (chaos.strikes('poison', 0.1))
      transaction.events[0]!.trait = this.random.pick<Trait>(['permanent', 'defect', 'hang']);
    if (chaos.strikes('late-commit', 0.15)) return;
    owner.commit(transaction);
  }

  #commit(): void {
    const { owner, chaos } = this.#world;
    if (owner.open.length === 0) return;
    owner.commit(this.random.pick(owner.open));
    chaos.count('late-commit');
  }

  #misfortune(): void {
    if (this.#misfortunes.length === 0) return;
    const { kind, strike } = this.random.pick(this.#misfortunes);
    if (strike(this.#world)) this.#world.chaos.count(kind);
  }
}
