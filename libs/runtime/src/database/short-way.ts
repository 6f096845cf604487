import { Decimal, Sql } from '@prisma/client/runtime/client';
import pg from 'pg';

/** Asks on the session of a transaction. */
export type Ask = (question: pg.QueryConfig) => Promise<pg.QueryResult>;

/**
 * A transaction of Prisma whose raw statements go straight to its session: through the client each of them costs several times
 * as much. What they answer is as Prisma has it: bigint, Decimal and Date where PostgreSQL has int8, numeric and moments.
 */
export function onShortWay<Tx extends object>(tx: Tx, ask: Ask): Tx {
  const run = (text: string, values: readonly unknown[]) =>
    ask({ text, values: values.map(onWire), types: AS_PRISMA });
  const unsafe = {
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rows,
    $executeRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rowCount ?? 0,
  };
  const raw: Readonly<Record<PropertyKey, unknown>> = {
    ...unsafe,
    $queryRaw: (query: Template, ...values: unknown[]) => {
      const sql = flat(query, values);
      return unsafe.$queryRawUnsafe(sql.text, ...sql.values);
    },
    $executeRaw: (query: Template, ...values: unknown[]) => {
      const sql = flat(query, values);
      return unsafe.$executeRawUnsafe(sql.text, ...sql.values);
    },
  };
  return new Proxy(tx, {
    get: (target, name) => (name in raw ? raw[name] : (Reflect.get(target, name) as unknown)),
  });
}

type Template = TemplateStringsArray | Sql;

/** Pieces of SQL among the values become part of the text. */
function flat(query: Template, values: readonly unknown[]): Sql {
  return query instanceof Sql ? query : new Sql([...query], values as never);
}

/** `pg` would write moments in this machine's time zone, and knows no bigint in lists. */
function onWire(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint' || Decimal.isDecimal(value)) return String(value);
  return Array.isArray(value) ? value.map(onWire) : value;
}

const moment = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

/** Readers of a type and of lists of it, by the numbers that PostgreSQL gives to both. */
const READERS: readonly (readonly [type: number, list: number, read: (text: string) => unknown])[] = [
  [20, 1016, BigInt],
  [1700, 1231, (text) => new Decimal(text)],
  [1082, 1182, (text) => new Date(text)],
  [1083, 1183, (text) => new Date(`1970-01-01T${text}Z`)],
  [1114, 1115, (text) => moment(`${text}Z`)],
  [1184, 1185, moment],
];

const BY_TYPE = new Map<number, (text: string) => unknown>(
  READERS.flatMap(([type, list, read]) => [
    [type, read],
    [list, (text: string) => textsOf(text).map((one) => (one === null ? null : read(one)))],
  ]),
);

/** Splits any list as one of texts. */
const textsOf = pg.types.getTypeParser(1009 as never, 'text') as (list: string) => (string | null)[];

const AS_PRISMA: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && BY_TYPE.get(type)) ||
    (pg.types.getTypeParser(type, format as 'text') as unknown)) as typeof pg.types.getTypeParser,
};
