import type { RelayClock } from './relay-ports.js';

/** Real time for the relay: waits that a commit, a message from another replica or the end of the service cut short. */
export class Rest implements RelayClock {
  #wake: ((why: 'woken') => void) | undefined;
  #wakeable = false;
  #wokenMeanwhile = false;
  #ended = false;

  rest(maxMs: number, wakeable: boolean): Promise<'woken' | 'time-passed'> {
    if (this.#ended || (wakeable && this.#wokenMeanwhile)) {
      this.#wokenMeanwhile = false;
      return Promise.resolve('woken');
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish('time-passed'), maxMs);
      const finish = (why: 'woken' | 'time-passed') => {
        clearTimeout(timer);
        this.#wake = undefined;
        this.#wokenMeanwhile = false;
        resolve(why);
      };
      this.#wakeable = wakeable;
      this.#wake = finish;
    });
  }

  /** There is something to publish. A wake between two rests is not forgotten. */
  wake(): void {
    if (this.#wake && this.#wakeable) this.#wake('woken');
    else this.#wokenMeanwhile = true;
  }

  /** Ends this rest and all later ones. */
  end(): void {
    this.#ended = true;
    this.#wake?.('woken');
  }
}
