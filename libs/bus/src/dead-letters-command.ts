#!/usr/bin/env node
import { parseArgs } from 'node:util';
import pg from 'pg';

const USAGE = `Dead letters of one service. DATABASE_URL names its database.

  list [--all]                    open letters, or all of them
  show ID                         one letter with its event, reason and history
  redrive ID... | --all           ask the running service to try again; it does within a second
  discard ID --why "..."          skip the event for good; the aggregate goes on with the next

  --by NAME                       who decides (default: the operating system's user)`;

interface Letter {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly aggregate_id: string | null;
  readonly sequence: string | null;
  readonly reason_kind: string;
  readonly reason: string;
  readonly attempts: number;
  readonly state: string;
  readonly parked_at: Date;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, why: { type: 'string' }, by: { type: 'string' } },
});
const by = values.by ?? process.env['USER'] ?? 'unknown';
const client = new pg.Client({
  connectionString: process.env['DATABASE_URL'],
  connectionTimeoutMillis: 5_000,
});

try {
  await client.connect();
  await run(positionals[0] ?? '', positionals.slice(1));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await client.end();
}

async function run(command: string, ids: readonly string[]): Promise<void> {
  switch (command) {
    case 'list':
      return list(values.all ?? false);
    case 'show':
      return show(one(ids));
    case 'redrive':
      return redrive(values.all ? null : some(ids));
    case 'discard':
      return discard(one(ids), values.why ?? fail('Say --why: it is written to the audit.'));
    default:
      fail(USAGE);
  }
}

async function list(isComplete: boolean): Promise<void> {
  const { rows } = await client.query<Letter>(
    `SELECT * FROM bus.dead_letter WHERE $1 OR state IN ('parked', 'requested') ORDER BY parked_at`,
    [isComplete],
  );
  for (const letter of rows) {
    const where = letter.aggregate_id === null ? '-' : `${letter.aggregate_id}#${letter.sequence}`;
    say(
      [
        letter.id,
        letter.parked_at.toISOString(),
        letter.state,
        letter.reason_kind,
        letter.type,
        where,
        letter.reason,
      ].join('\t'),
    );
  }
}

async function show(id: string): Promise<void> {
  const { rows } = await client.query<Letter & { payload: Buffer }>(
    'SELECT * FROM bus.dead_letter WHERE id = $1',
    [id],
  );
  const [letter] = rows;
  if (letter === undefined) return fail(`There is no dead letter ${id}.`);
  const acts = await client.query(
    'SELECT act, by, note, at FROM bus.dead_letter_act WHERE dead_letter_id = $1 ORDER BY id',
    [id],
  );
  say(JSON.stringify({ ...letter, ...payloadOf(letter.payload), acts: acts.rows }, null, 2));
}

/** As text when it is one; what is no text is shown as it came, in base64. */
function payloadOf(payload: Buffer): { payload: string } | { payloadBase64: string; payload: undefined } {
  try {
    return { payload: new TextDecoder('utf-8', { fatal: true }).decode(payload) };
  } catch {
    return { payloadBase64: payload.toString('base64'), payload: undefined };
  }
}

async function redrive(ids: readonly string[] | null): Promise<void> {
  const count = await ask('redrive', ids, null);
  say(`${count} asked for; see what became of them with: list --all`);
}

async function discard(id: string, why: string): Promise<void> {
  if ((await ask('discard', [id], why)) === 0) fail(`${id} is not an open dead letter.`);
  say('asked for; see what became of it with: show');
}

/** The running service does it: it knows the reactions, holds the locks, and lets the following events through. */
async function ask(
  what: 'redrive' | 'discard',
  ids: readonly string[] | null,
  why: string | null,
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `WITH asked AS (
       UPDATE bus.dead_letter SET state = 'requested', asked_for = $1
        WHERE state = 'parked' AND ($2::uuid[] IS NULL OR id = ANY ($2::uuid[])) RETURNING id
     ), noted AS (
       INSERT INTO bus.dead_letter_act (dead_letter_id, act, by, note) SELECT id, 'requested', $3, $4 FROM asked
     )
     SELECT id FROM asked`,
    [what, ids, by, why],
  );
  return rows.length;
}

function one(ids: readonly string[]): string {
  return ids.length === 1 ? ids[0]! : fail('Name one dead letter by its id.');
}

function some(ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : fail('Name dead letters by their ids, or say --all.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
