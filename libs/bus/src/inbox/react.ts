import type { SealedEvent } from '../wire/sealed-event.js';
import { ReactionHung } from './failure-class.js';

/** A reaction failed; says at which event. */
export class ReactionFailed extends Error {
  constructor(
    readonly event: SealedEvent,
    override readonly cause: unknown,
  ) {
    super(`The reaction to ${event.type} failed.`, { cause });
    this.name = 'ReactionFailed';
  }
}

/** The event at hand did not end within its deadline: a statement of it may still run. */
export function isHung(error: unknown): boolean {
  return (
    error instanceof ReactionHung || (error instanceof ReactionFailed && error.cause instanceof ReactionHung)
  );
}

/**
 * Runs the reaction to an event, and no longer than its deadline.
 *
 * @throws ReactionFailed
 */
export async function react(
  event: SealedEvent,
  deadlineMs: number,
  run: () => Promise<unknown>,
): Promise<void> {
  try {
    await inTime(event.type, deadlineMs, run);
  } catch (error) {
    throw new ReactionFailed(event, error);
  }
}

/** @throws ReactionHung when the work has not ended by then */
export async function inTime<R>(type: string, deadlineMs: number, run: () => Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_resolve, reject) => {
    // When this process stood still, the end of the work may be there already and only not be read yet: it is read first.
    timer = setTimeout(
      () => setImmediate(() => setImmediate(reject, new ReactionHung(type, deadlineMs))),
      deadlineMs,
    );
  });
  try {
    return await Promise.race([run(), hung]);
  } finally {
    clearTimeout(timer);
  }
}
