import { InvalidRequest } from './request-errors.js';

const PLACE = /^(0|[1-9]\d{0,8})$/;
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The cursor of a list whose pages go by place, as its answer gave it; undefined for the first page.
 *
 * @throws InvalidRequest when it is none: the list would begin somewhere else without saying so
 */
export function placeOfCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!PLACE.test(cursor)) throw madeUpCursor(cursor);
  return Number(cursor);
}

/**
 * The cursor of a list whose pages go by record, as its answer gave it; undefined for the first page. Whether there is such a
 * record is for the list to find out; `madeUpCursor` when there is not.
 *
 * @throws InvalidRequest when it is no id
 */
export function recordOfCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !ID.test(cursor)) throw madeUpCursor(cursor);
  return cursor;
}

/** What a caller is told who sends a cursor that no page gave him. */
export function madeUpCursor(cursor: string): InvalidRequest {
  const message = `is "${cursor.slice(0, 60)}", which no page of this list gave as nextCursor; send that one, or none for the first page`;
  return new InvalidRequest([{ path: 'cursor', message }]);
}
