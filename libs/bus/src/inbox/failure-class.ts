import { Refusal } from '@meridian/refusal';
import { InvalidAnnouncement } from '../outbox/announcements.js';
import { STALE_PLAN } from '../outbox/statement-names.js';
import type { FailureClass } from '../protocol/inbox-protocol.js';
import { InvalidRequest, Unavailable } from '../requests/request-errors.js';

/** The reaction did not end within its deadline. */
export class ReactionHung extends Error {
  constructor(type: string, deadlineMs: number) {
    super(`The reaction to ${type} did not end within ${deadlineMs} ms.`);
    this.name = 'ReactionHung';
  }
}

/** A reaction did not end, and neither does the database answer: it is the one to blame. */
export class StoreSilent extends Error {
  constructor(cause: unknown) {
    super('The database, or the way to it, does not answer while a reaction runs.', { cause });
    this.name = 'StoreSilent';
  }
}

/** PostgreSQL: serialization failure, deadlock, lock not available, a table changed under a prepared statement; Prisma's word for the first two. */
const CONFLICTS = new Set(['40001', '40P01', '55P03', STALE_PLAN, 'P2034']);
/** PostgreSQL classes 08 (connection), 53 (resources), 57P (operator intervention), 58 (system); Prisma's own connection codes. */
const OUTAGE_CLASSES = /^(08...|53...|57P..|58...)$/;
const OUTAGES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Prisma's adapter reports a lost connection without any code. */
const LOST_CONNECTION =
  /connection error and is not queryable|Connection terminated|Server has closed the connection|Can't reach database server/i;

/** PostgreSQL ended a statement that took longer than it may. */
const STATEMENT_TIMEOUT = '57014';

/** What kind of failure an error is, and so whether and how to try again. */
export function failureClass(error: unknown): FailureClass {
  if (error instanceof ReactionHung) return 'hang';
  if (error instanceof Refusal || error instanceof InvalidRequest || error instanceof InvalidAnnouncement)
    return 'permanent';
  if (error instanceof Unavailable || error instanceof StoreSilent) return 'outage';
  for (const code of codesOf(error)) {
    if (CONFLICTS.has(code)) return 'conflict';
    if (code === STATEMENT_TIMEOUT) return 'hang';
    if (OUTAGES.has(code) || OUTAGE_CLASSES.test(code)) return 'outage';
  }
  return LOST_CONNECTION.test(messageOf(error)) ? 'outage' : 'defect';
}

/** True when the same transaction may well succeed if it is simply run again. */
export function isConflict(error: unknown): boolean {
  return failureClass(error) === 'conflict';
}

/** Codes of an error and of what it wraps: Prisma hides PostgreSQL's code in `meta` or behind `cause`. */
export function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 6) return [];
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  const own = [originalCode, code].filter((value): value is string => typeof value === 'string');
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  // P2010 (raw query failed) and P2002 say less than what they wrap: look inside first.
  return [...codesOf(cause, depth + 1), ...codesOf(driver, depth + 1), ...codesOf(meta, depth + 1), ...own];
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
