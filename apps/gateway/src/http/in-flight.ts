import { Problem } from './problem.js';

export interface InFlightLimits {
  /** Requests being answered by this process at once. */
  readonly process: number;
  /** Requests of one person at once. */
  readonly person: number;
}

/** Keeps a flood from taking the process down: what is too much is turned away at once and told when to come back. */
export class InFlight {
  private total = 0;
  private readonly perPerson = new Map<string, number>();

  constructor(private readonly limits: InFlightLimits) {}

  /**
   * @returns what to call when the request has been answered
   * @throws Problem 503 when the process is full
   */
  enter(): () => void {
    if (this.total >= this.limits.process) {
      throw new Problem(503, 'gateway/too-busy', 'The platform is busy. Try again in a moment.', {
        retryAfterSeconds: 1,
      });
    }
    this.total += 1;
    return once(() => (this.total -= 1));
  }

  /** @throws Problem 429 when this person has too many requests open */
  enterAs(subject: string): () => void {
    const open = this.perPerson.get(subject) ?? 0;
    if (open >= this.limits.person) {
      const sentence = `You have ${open} requests open at once; ${this.limits.person} are allowed. Try again in a moment.`;
      throw new Problem(429, 'gateway/too-many-requests', sentence, { retryAfterSeconds: 1 });
    }
    this.perPerson.set(subject, open + 1);
    return once(() => {
      const left = (this.perPerson.get(subject) ?? 1) - 1;
      if (left === 0) this.perPerson.delete(subject);
      else this.perPerson.set(subject, left);
    });
  }

  get open(): number {
    return this.total;
  }
}

function once(leave: () => void): () => void {
  let left = false;
  return () => {
    if (left) return;
    left = true;
    leave();
  };
}
