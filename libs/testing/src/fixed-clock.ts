export interface FixedClock {
  /** A new Date of the present moment of the clock. */
  now(): Date;
  /** Moves the clock on by so many milliseconds. */
  advance(ms: number): void;
  /** Puts the clock to another moment, ISO 8601 in UTC. */
  set(iso: string): void;
}

/** A clock that stands at the moment (ISO 8601, for example `2026-03-02T08:00:00Z`) until it is moved. */
export function fixedClock(iso: string): FixedClock {
  let at = moment(iso);
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
    set(next) {
      at = moment(next);
    },
  };
}

function moment(iso: string): number {
  const parsed = Date.parse(iso);
  if (Number.isNaN(parsed)) throw new Error(`"${iso}" is no moment; give one like 2026-03-02T08:00:00Z.`);
  return parsed;
}
