/** Faults that would spoil each other's proof wait for each other; all others happen at the same time. */
export class Turns {
  readonly #taken = new Set<string>();
  readonly #waiting: (() => void)[] = [];

  /** Does the work once all of these are free, and takes them meanwhile. */
  async during<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    while (names.some((name) => this.#taken.has(name))) {
      await new Promise<void>((freed) => this.#waiting.push(freed));
    }
    for (const name of names) this.#taken.add(name);
    try {
      return await work();
    } finally {
      for (const name of names) this.#taken.delete(name);
      for (const freed of this.#waiting.splice(0)) freed();
    }
  }
}
