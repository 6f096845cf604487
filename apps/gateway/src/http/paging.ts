import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';

export const MAX_PAGE = 200;

/** Query of a list: `?limit=50&cursor=...`. */
export class PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1)
  @Max(MAX_PAGE)
  readonly limit?: number;

  /** As the previous page gave it in `nextCursor`. */
  @IsOptional()
  @IsString()
  @MaxLength(512)
  @Matches(/^[A-Za-z0-9_-]+$/, { message: 'must be a cursor as a page gave it' })
  readonly cursor?: string;
}

/** One place in a list: the values of the sort columns of the last row shown. */
export type CursorKey = readonly (string | number)[];

/** An opaque cursor. It is a place in a list, not a permission, and therefore not signed: every reading checks it. */
export function writeCursor(list: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * @param list the name the cursor was written with: one list's cursor is no place in another
 * @param shape what each value must be
 * @throws Problem 400 for anything `writeCursor` did not write for this list
 */
export function readCursor(cursor: string, list: string, shape: readonly ('string' | 'number')[]): CursorKey {
  const given = parse(cursor);
  const [name, ...key] = given ?? [];
  const fits =
    given !== undefined &&
    writeCursor(String(name), key as CursorKey) === cursor &&
    name === list &&
    key.length === shape.length &&
    key.every((value, index) => typeof value === shape[index]);
  if (!fits) {
    const detail = 'cursor is not one that this list gave; start again without it.';
    throw new Problem(400, 'gateway/invalid-cursor', `The ${detail}`, {
      errors: [{ parameter: 'cursor', detail }],
    });
  }
  return key as CursorKey;
}

/** A page from `limit + 1` rows: the extra row only says that there is more. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { readonly items: readonly T[]; readonly nextCursor?: string } {
  if (rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  return { items, nextCursor: cursorOf(items.at(-1)!) };
}

function parse(cursor: string): unknown[] | undefined {
  if (cursor.length > 512 || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
