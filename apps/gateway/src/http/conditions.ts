import { Problem } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const VISIBLE_ASCII = /^[\x21-\x7e]{16,128}$/;
const VERSION_TAG = /^"(0|[1-9][0-9]{0,14})(?:-[A-Za-z0-9_-]{1,64})?"$/;

/**
 * The idempotency key of a command: sent again with the same key, a command is answered again, not carried out again.
 *
 * @throws Problem 400 when it is missing or malformed
 */
export function idempotencyKey(header: string | readonly string[] | undefined): string {
  const expected =
    'Send a UUID, or 16 to 128 visible ASCII characters, new for every change and the same when it is repeated.';
  if (header === undefined) {
    throw headerProblem(
      400,
      'gateway/idempotency-key-missing',
      'Idempotency-Key',
      `Idempotency-Key is missing. ${expected}`,
    );
  }
  if (typeof header !== 'string' || !(UUID.test(header) || VISIBLE_ASCII.test(header))) {
    throw headerProblem(
      400,
      'gateway/idempotency-key-malformed',
      'Idempotency-Key',
      `Idempotency-Key is malformed. ${expected}`,
    );
  }
  return header;
}

/**
 * The version a client saw, from `If-Match: "7"`; `"0"` says that there was nothing yet, such as a budget never approved.
 *
 * @throws Problem 428 when the route demands it and it is missing, 400 when it is `*`, a list, weak or malformed
 */
export function expectedVersion(header: string | undefined, isRequired: boolean): number | undefined {
  if (header === undefined) {
    if (!isRequired) return undefined;
    const sentence =
      'If-Match is missing. Send the ETag of the record as you saw it, so that nobody else’s change is lost.';
    throw headerProblem(428, 'gateway/version-missing', 'If-Match', sentence);
  }
  const version = VERSION_TAG.exec(header)?.[1];
  if (version === undefined) {
    const sentence =
      'If-Match must hold one strong ETag as this API gave it, such as "7"; * and lists are not taken.';
    throw headerProblem(400, 'gateway/version-malformed', 'If-Match', sentence);
  }
  return Number(version);
}

/** Whether `If-None-Match` names this entity tag; compares weakly, as RFC 9110 section 13.1.2 asks. */
export function noneMatch(header: string | undefined, etag: string): boolean {
  if (header === undefined) return true;
  if (header.trim() === '*') return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return !header.split(',').some((tag) => opaque(tag) === opaque(etag));
}

function headerProblem(status: number, code: string, header: string, sentence: string): Problem {
  return new Problem(status, code, sentence, { errors: [{ header, detail: sentence }] });
}
