import { Turnstile } from './turnstile.js';
import type { Guest, TurnstileSettings } from './turnstile.js';
import type { TurnedAway } from './waiting-room.js';

export interface AdmissionSettings {
  readonly ordinary: TurnstileSettings;
  /** Files that are read in: few at once, each takes seconds. */
  readonly files: TurnstileSettings;
}

export type Lane = keyof AdmissionSettings;

export const admissionSettings: AdmissionSettings = {
  ordinary: {
    limit: { start: 32, least: 4, most: 128, goalMs: 200, windowMs: 200 },
    room: { capacity: 128, patienceMs: 400, standingPatienceMs: 100, standingAfterMs: 200 },
  },
  files: {
    limit: { start: 4, least: 4, most: 4, goalMs: 60_000, windowMs: 60_000 },
    room: { capacity: 16, patienceMs: 2_000, standingPatienceMs: 1_000, standingAfterMs: 2_000 },
  },
};

/** Lets a request out that was let in. `isTelling`: whether its time says how busy the services are. */
export type Leave = (isTelling: boolean) => void;

export interface Entry {
  readonly lane: Lane;
  /** Whose request it is, as far as that is known without checking. */
  readonly caller: string;
  /** Is given what to call when the client goes away before its turn. */
  readonly whileWaiting: (gone: () => void) => void;
}

/** A `Problem` before it is one: making an error of each costs too much when thousands are turned away. */
export interface Words {
  readonly status: 429 | 503;
  readonly code: string;
  readonly sentence: string;
  readonly retryAfterSeconds: number;
}

const TICK_MS = 20;
/** Who is turned away comes back after 1, 2 or 3 seconds, so that not all come back at once. */
const SPREAD_SECONDS = 3;

/** Who may come in now, who waits, who is told to come back: before a token is checked or a body is read. */
export class Admission {
  readonly #turnstiles: Readonly<Record<Lane, Turnstile>>;
  #ticking: NodeJS.Timeout | undefined;
  #turnedAway = 0;

  constructor(settings: AdmissionSettings = admissionSettings) {
    this.#turnstiles = {
      ordinary: new Turnstile(settings.ordinary),
      files: new Turnstile(settings.files),
    };
  }

  /**
   * Waits for its turn, a fraction of a second at most.
   *
   * @returns how to leave, or what to say when the house is full or this caller takes more of it than others
   */
  enter({ lane, caller, whileWaiting }: Entry): Promise<Leave | Words> {
    const turnstile = this.#turnstiles[lane];
    return new Promise((decided) => {
      const leave = (isTelling: boolean): void => turnstile.left(guest, isTelling, performance.now());
      const guest: Guest = {
        caller,
        letIn: () => decided(leave),
        turnAway: (why) => decided(this.wordsFor(why)),
      };
      turnstile.arrive(guest, performance.now());
      if (turnstile.waiting === 0) return;
      whileWaiting(() => leave(false));
      this.#tickWhileSomebodyWaits();
    });
  }

  /** Why an ordinary request of this caller would be turned away at once, or undefined when it would not. */
  closedTo(caller: string): TurnedAway | undefined {
    return this.#turnstiles.ordinary.closedTo(caller, performance.now());
  }

  /** What somebody is told who is turned away; counts him. */
  wordsFor(why: TurnedAway): Words {
    this.#turnedAway += 1;
    const retryAfterSeconds = 1 + (this.#turnedAway % SPREAD_SECONDS);
    return why === 'greedy'
      ? {
          status: 429,
          code: 'gateway/too-many-requests',
          sentence: `The platform is full and you have more requests waiting than others. Send fewer at once; try again in ${retryAfterSeconds} s.`,
          retryAfterSeconds,
        }
      : {
          status: 503,
          code: 'gateway/too-busy',
          sentence: `The platform is full. Nothing was done; try again in ${retryAfterSeconds} s, a command with the same Idempotency-Key.`,
          retryAfterSeconds,
        };
  }

  /** For the metrics: what goes on at this moment, by lane. */
  figures(lane: Lane): { readonly running: number; readonly waiting: number; readonly limit: number } {
    const { running, waiting, limit } = this.#turnstiles[lane];
    return { running, waiting, limit };
  }

  get turnedAway(): number {
    return this.#turnedAway;
  }

  #tickWhileSomebodyWaits(): void {
    if (this.#ticking) return;
    this.#ticking = setTimeout(() => {
      this.#ticking = undefined;
      const turnstiles = Object.values(this.#turnstiles);
      for (const turnstile of turnstiles) turnstile.tick(performance.now());
      if (turnstiles.some(({ waiting }) => waiting > 0)) this.#tickWhileSomebodyWaits();
    }, TICK_MS).unref();
  }
}
