import { Client } from 'pg';
import type { CommandLog } from '../faults/command-log.js';
import type { Acknowledged, StockEntry, StockRecord, StockState } from './stock-losses.js';
import type { StockHouse } from './stock-house.js';

const RECORDS = `
  SELECT 'cost' AS kind, "id", "reference", "projectId" AS "on", "amountMinor"::integer AS value FROM "Cost"
  UNION ALL
  SELECT 'progress', "id", "reference", "taskId", "percentComplete" FROM "ProgressReport"
  ORDER BY kind, "id"`;
const ENTRIES = `
  SELECT 'cost' AS kind, "id", "costId" AS "recordId", "projectId" AS "on", "amountMinor"::integer AS value
    FROM "CostEntry"
  UNION ALL
  SELECT 'progress', "id", "reportId", "taskId", "percentComplete" FROM "ProgressEntry"
  ORDER BY kind, "id"`;
const TOTALS = `SELECT "projectId", "actualMinor"::integer AS minor, "costs" FROM "Budget"`;
const PERCENTS = 'SELECT "taskId", "percentComplete" AS value FROM "TaskStatus"';

/** What the two services hold now. */
export async function stockState({ databaseUrls }: Pick<StockHouse, 'databaseUrls'>): Promise<StockState> {
  const [records = []] = await asked(databaseUrls.projects, [RECORDS]);
  const [entries = [], totals = [], percents = []] = await asked(databaseUrls.budgeting, [
    ENTRIES,
    TOTALS,
    PERCENTS,
  ]);
  return {
    records: records as StockRecord[],
    entries: entries as StockEntry[],
    totals: Object.fromEntries(
      (totals as { projectId: string; minor: number; costs: number }[]).map(({ projectId, ...total }) => [
        projectId,
        total,
      ]),
    ),
    percents: Object.fromEntries(
      (percents as { taskId: string; value: number }[]).map(({ taskId, value }) => [taskId, value]),
    ),
  };
}

/** What the clients were told yes to, in the order of the answers. */
export function acknowledgedIn(log: CommandLog): Acknowledged[] {
  return log.invocations
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ kind, path, body }) => {
      const said = body as { amountMinor?: string; percentComplete?: number; reference: string };
      const [, , projectId = '', , taskId = ''] = path.split('/');
      return kind === 'progress'
        ? { kind, reference: said.reference, on: taskId, value: Number(said.percentComplete) }
        : { kind: 'cost', reference: said.reference, on: projectId, value: Number(said.amountMinor) };
    });
}

async function asked(connectionString: string, questions: readonly string[]): Promise<unknown[][]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined); // a question that fails says so itself
  await client.connect();
  try {
    const answers: unknown[][] = [];
    for (const question of questions) answers.push((await client.query(question)).rows);
    return answers;
  } finally {
    await client.end();
  }
}
