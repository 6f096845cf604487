/** One thing wrong with a request. */
export interface ProblemError {
  /** RFC 6901 pointer into the body (`/tasks/0/name`), or the name of a header or parameter. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

export interface ProblemOptions {
  readonly errors?: readonly ProblemError[];
  readonly details?: Readonly<Record<string, unknown>>;
  /** Sent as `Retry-After`, in whole seconds, at least one. */
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a client reads when a request fails: RFC 9457, media type `application/problem+json`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly correlationId: string;
  readonly errors?: readonly ProblemError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The gateway says no: an HTTP status, a stable code (`gateway/kebab-code` or the code of a refusal) and a sentence. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly options: ProblemOptions = {},
  ) {
    super(sentence);
    this.name = 'Problem';
  }

  toDetails(instance: string, correlationId: string): ProblemDetails {
    return {
      type: `urn:meridian:problem:${this.code}`,
      title: titleOf(this.status),
      status: this.status,
      code: this.code,
      detail: this.message,
      instance,
      correlationId,
      ...(this.options.errors?.length ? { errors: this.options.errors } : {}),
      ...(this.options.details ? { details: this.options.details } : {}),
    };
  }

  /** Response headers besides the body's. */
  headers(): Record<string, string> {
    const wait = this.options.retryAfterSeconds;
    return {
      ...this.options.headers,
      ...(wait === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(wait))) }),
    };
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'The request took too long to arrive',
  409: 'The request conflicts with the state of the record',
  412: 'The record has changed',
  413: 'The request is too large',
  414: 'The address is too long',
  415: 'The content type is not supported',
  422: 'The request cannot be carried out',
  428: 'The expected version is missing',
  429: 'Too many requests at once',
  431: 'The headers are too large',
  500: 'Something went wrong',
  503: 'A part of the platform is not available',
};

export function titleOf(status: number): string {
  return TITLES[status] ?? (status < 500 ? 'The request was refused' : 'Something went wrong');
}
