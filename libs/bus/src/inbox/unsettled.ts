import type { JsMsg } from '@nats-io/jetstream';

/** Messages received and not yet settled, by the token under which the machine knows them. */
export class Unsettled {
  readonly #messages = new Map<number, JsMsg>();
  #lastToken = 0;

  keep(message: JsMsg): number {
    this.#lastToken += 1;
    this.#messages.set(this.#lastToken, message);
    return this.#lastToken;
  }

  /** Gives the last word on these messages; a token settled twice is ignored. */
  settle(tokens: readonly number[], how: (message: JsMsg) => void): void {
    for (const token of tokens) {
      const message = this.#messages.get(token);
      this.#messages.delete(token);
      if (message) speak(() => how(message));
    }
  }

  extend(tokens: readonly number[]): void {
    for (const token of tokens) speak(() => this.#messages.get(token)?.working());
  }
}

/** A closed connection takes no word; the broker redelivers, and the cursor knows. */
function speak(word: () => void): void {
  try {
    word();
  } catch {
    // nothing to do: see above
  }
}
