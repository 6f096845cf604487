/** A request on its way through this process. */
export class OpenQuestion {
  #hasBegun = false;
  #isTakenBack = false;

  constructor(private readonly letGo: () => void) {}

  /** Its caller is gone: what has begun should end soon. */
  get isTakenBack(): boolean {
    return this.#isTakenBack;
  }

  /** @returns false when it was taken back while it waited: there is nothing to do any more */
  begin(): boolean {
    this.#hasBegun = !this.#isTakenBack;
    return this.#hasBegun;
  }

  takeBack(): void {
    if (this.#isTakenBack) return;
    this.#isTakenBack = true;
    if (!this.#hasBegun) this.letGo();
  }
}

/** The questions that their callers may take back, by id. */
export class OpenQuestions {
  readonly #byId = new Map<string, OpenQuestion>();

  /** `letGo` is called when it is taken back before it has begun. */
  open(id: string | null, letGo: () => void): OpenQuestion {
    const question = new OpenQuestion(letGo);
    if (id !== null) this.#byId.set(id, question);
    return question;
  }

  close(id: string | null): void {
    if (id !== null) this.#byId.delete(id);
  }

  takeBack(id: string): void {
    this.#byId.get(id)?.takeBack();
  }
}
