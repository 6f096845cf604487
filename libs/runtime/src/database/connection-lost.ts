/** Of the way there, of a server that stops or starts, and of one without a connection, memory or disk left (classes 08, 57P, 53). */
const CODES = /^(ECONN[A-Z]+|EPIPE|ETIMEDOUT|08\w{3}|57P0\d|53\d{3})$/;
/** `pg` says these without a code. */
const SENTENCES =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|timeout exceeded when trying to connect)/;

/** True when the database, or the way to it, went away or has no room: the same question may be answered a moment later. */
export function isConnectionLost(failure: unknown): boolean {
  for (let error = failure; error instanceof Error; error = error.cause) {
    const { code } = error as { readonly code?: unknown };
    if (CODES.test(String(code)) || SENTENCES.test(error.message)) return true;
  }
  return false;
}
