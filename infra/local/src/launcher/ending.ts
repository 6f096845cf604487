type Stop = () => Promise<void>;

/** Everything that was started, ended in the opposite order; what started together ends together. */
export class Ending {
  readonly #groups: Stop[][] = [];
  #ended: Promise<void> | undefined;

  get hasBegun(): boolean {
    return this.#ended !== undefined;
  }

  /** Opens a group: what is added from now on ends before what was added earlier. */
  group(): (stop: Stop) => void {
    const group: Stop[] = [];
    this.#groups.push(group);
    return (stop) => {
      // Somebody who is ready only after the ending began has missed it.
      if (this.#ended === undefined) group.push(stop);
      else stop().catch(() => undefined);
    };
  }

  /** Ends everything; a second call waits for the first. What cannot be ended does not keep the rest from it. */
  all(): Promise<void> {
    this.#ended ??= this.#endAll();
    return this.#ended;
  }

  async #endAll(): Promise<void> {
    for (const group of [...this.#groups].reverse()) await Promise.allSettled(group.map((stop) => stop()));
  }
}
