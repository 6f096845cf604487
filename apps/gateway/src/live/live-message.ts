/** Something that happened, on its way to the people who look at it. */
export interface LiveMessage {
  /** Changes when the stream begins anew: positions of one epoch mean nothing in another. */
  readonly epoch: string;
  /** Position in the stream; grows, with gaps. */
  readonly sequence: number;
  /** What happened, as the client knows it: `project-status-changed`. */
  readonly event: string;
  /** The project it is about, when it is about one. */
  readonly projectId?: string;
  readonly data: object;
}

/** Where live messages come from. */
export abstract class LiveSource {
  /** The epoch of the next message, known before there is one: clients get a position to come back to at once. */
  abstract readonly epoch: string;

  /**
   * Hands over every message from now on, in order.
   *
   * @returns what ends the subscription
   */
  abstract subscribe(onMessage: (message: LiveMessage) => void): Promise<() => Promise<void>>;
}
