import { createHash, randomUUID } from 'node:crypto';
import { ownerOf, partitionOf } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import pg from 'pg';
import { factsOf, idOf } from '../../reporting/portfolio-facts.js';
import { fact } from '../../reporting/trial-owners.js';
import type { Fact } from '../../reporting/trial-owners.js';

export interface HistorySize {
  readonly projects: number;
  /** Each is fifteen events a project, four of them without a reaction in reporting. */
  readonly rounds: number;
}

type DatabaseUrls = Readonly<Record<string, string>>;

interface Row {
  readonly event_id: string;
  readonly aggregate_id: string;
  readonly sequence: number;
  readonly previous_event_id: string | null;
  readonly type: string;
  readonly partition: number;
  readonly payload: string;
  readonly occurred_at: string;
}

const ROWS_PER_STATEMENT = 5_000;
const START = Date.parse('2026-01-01');

/**
 * Writes a history into the owners' records as if it had been announced long ago and taken by everybody.
 *
 * @returns how many events
 */
export async function writeHistory(urls: DatabaseUrls, size: HistorySize): Promise<number> {
  const histories = historyOf(size);
  const consumers = await Promise.all(Object.values(urls).map(holdInbox));
  for (const [owner, rows] of histories) {
    await writeOutbox(urls[owner]!, rows);
    const heads = JSON.stringify(headsOf(rows));
    for (const consumer of consumers) await consumer.query(CURSORS, [owner, heads]);
  }
  for (const consumer of consumers) {
    await consumer.query('COMMIT');
    await consumer.end();
  }
  return [...histories.values()].reduce((sum, rows) => sum + rows.length, 0);
}

/** Nobody takes what is half written. */
async function holdInbox(url: string): Promise<pg.Client> {
  const client = await connect(url);
  await client.query('BEGIN');
  await client.query('LOCK TABLE bus.inbox_cursor IN EXCLUSIVE MODE');
  return client;
}

function historyOf({ projects, rounds }: HistorySize): Map<string, Row[]> {
  const histories = new Map<string, Row[]>();
  const heads = new Map<string, Row>();
  for (let round = 0; round < rounds; round += 1) {
    for (let project = 1; project <= projects; project += 1) {
      const at = new Date(START + round * 3_600_000 + project).toISOString();
      for (const told of [...factsOf(project, round), ...reports(project, round)]) {
        const row = rowOf(told, at, heads);
        const owner = ownerOf(told.contract);
        histories
          .set(owner, histories.get(owner) ?? [])
          .get(owner)!
          .push(row);
      }
    }
  }
  return histories;
}

function reports(project: number, round: number): Fact[] {
  const projectId = idOf('project', project);
  return [1, 2, 3, 4].map((task) =>
    fact(TaskProgressed, {
      projectId,
      taskId: idOf('milestone', task),
      percentComplete: round % 100,
      taskVersion: round + 1,
      isMilestone: false,
      reportedBy: idOf('person', project),
      asOf: '2026-11-23',
    }),
  );
}

function rowOf({ contract, body }: Fact, at: string, heads: Map<string, Row>): Row {
  const aggregate = String((body as Record<string, unknown>)[contract.aggregate]);
  const lane = `${ownerOf(contract)} ${aggregate}`;
  const before = heads.get(lane);
  const sequence = (before?.sequence ?? 0) + 1;
  const row: Row = {
    event_id: uuidOf(`${lane} ${sequence}`),
    aggregate_id: aggregate,
    sequence,
    previous_event_id: before?.event_id ?? null,
    type: contract.subject,
    partition: partitionOf(aggregate),
    payload: JSON.stringify(body),
    occurred_at: at,
  };
  heads.set(lane, row);
  return row;
}

function headsOf(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.aggregate_id, row])).values()];
}

async function writeOutbox(url: string, rows: readonly Row[]): Promise<void> {
  const client = await connect(url);
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT));
    await client.query(OUTBOX, [part, randomUUID()]);
  }
  await client.query(HEADS, [JSON.stringify(headsOf(rows))]);
  await client.query('ANALYZE bus.outbox, bus.outbox_head');
  await client.end();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const OUTBOX = `
INSERT INTO bus.outbox (event_id, aggregate_id, sequence, previous_event_id, type, partition, payload, correlation_id,
                        incarnation, occurred_at)
SELECT event_id, aggregate_id, sequence, previous_event_id, type, partition, payload::json, $2,
       (SELECT id FROM bus.incarnation), occurred_at
  FROM json_to_recordset($1::json) AS g(event_id uuid, aggregate_id text, sequence bigint, previous_event_id uuid, type text,
       partition smallint, payload text, occurred_at timestamptz)`;

const HEADS = `
INSERT INTO bus.outbox_head (aggregate_id, sequence, last_event_id, previous_event_id)
SELECT aggregate_id, sequence, event_id, previous_event_id
  FROM json_to_recordset($1::json) AS g(aggregate_id text, sequence bigint, event_id uuid, previous_event_id uuid)`;

const CURSORS = `
INSERT INTO bus.inbox_cursor (source, aggregate_id, sequence, event_id)
SELECT $1, aggregate_id, sequence, event_id
  FROM json_to_recordset($2::json) AS g(aggregate_id text, sequence bigint, event_id uuid)`;
