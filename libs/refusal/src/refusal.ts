/** Why the domain says no; decides the HTTP status at the gateway: 409, 404, 403, 412, 422. */
export type RefusalKind = 'conflict' | 'not-found' | 'forbidden' | 'stale-version' | 'unprocessable';

export interface RefusalOptions {
  readonly kind?: RefusalKind;
  /** Facts for the client: figures, identifiers, allowed values. JSON only. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal as it travels between services. */
export interface RefusalNote {
  readonly code: string;
  readonly sentence: string;
  readonly kind: RefusalKind;
  readonly details?: Readonly<Record<string, unknown>>;
}

const CODE = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The domain says no. `code` is stable (`service/kebab-code`, listed in the service's README), the message is a
 * sentence for the person who asked: what was found and what is allowed.
 *
 * @throws TypeError when the code does not have the form `service/kebab-code`: that is a defect of the caller.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: string, sentence: string, options: RefusalOptions = {}) {
    super(sentence);
    if (!CODE.test(code))
      throw new TypeError(`Refusal code "${code}" is not of the form service/kebab-code.`);
    this.name = 'Refusal';
    this.code = code;
    this.kind = options.kind ?? 'conflict';
    this.details = options.details;
  }

  toJSON(): RefusalNote {
    return {
      code: this.code,
      sentence: this.message,
      kind: this.kind,
      ...(this.details ? { details: this.details } : {}),
    };
  }

  /** The refusal that another service answered with, as an error here. */
  static from(note: RefusalNote): Refusal {
    return new Refusal(note.code, note.sentence, { kind: note.kind, details: note.details });
  }
}
