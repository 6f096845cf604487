import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { Client } from 'pg';
import { EventTap } from './event-tap.js';
import { openBudget, startStockHouse } from './stock-house.js';
import type { StockHouse } from './stock-house.js';
import { stockState } from './stock-state.js';

const START_MS = 180_000;

let stock: StockHouse;
let tap: EventTap;

beforeAll(async () => {
  stock = await startStockHouse({ say: () => undefined });
  tap = new EventTap(stock.nats.urlOf('operator'));
}, START_MS);

afterAll(async () => {
  tap?.close();
  await stock?.end();
}, START_MS);

/** Sends a cost as a client does; answers the number of its record. */
async function sendCost(projectId: string, reference: string, amountMinor = 100): Promise<number> {
  const response = await fetch(`${stock.urls.projects}/projects/${projectId}/costs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': reference },
    body: JSON.stringify({ amountMinor: String(amountMinor), reference }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { costId: number }).costId;
}

/** Sends costs until the second service took one of them: events reach it again. */
async function reachesAgain(projectId: string): Promise<void> {
  await eventually(async () => {
    const costId = await sendCost(projectId, 'marker', 1);
    await eventually(async () => expect(await taken(projectId)).toContain(costId), { timeoutMs: 1_000 });
  });
}

async function taken(projectId: string): Promise<number[]> {
  const { entries } = await stockState(stock);
  return entries
    .filter(({ kind, on }) => kind === 'cost' && on === projectId)
    .map(({ recordId }) => recordId);
}

async function totalOf(projectId: string) {
  const { totals } = await stockState(stock);
  return totals[projectId];
}

test('what is recorded and announced shows in the total while nothing goes wrong', async () => {
  await openBudget(stock, 'calm');
  await sendCost('calm', 'first', 250);
  await eventually(async () => expect(await totalOf('calm')).toEqual({ minor: 250, costs: 1 }));
  await sendCost('calm', 'second', 50);
  await eventually(async () => expect(await totalOf('calm')).toEqual({ minor: 300, costs: 2 }));
});

test('what is announced while the second service is away never reaches it', async () => {
  await openBudget(stock, 'consumer');
  await stock.services.get('budgeting')?.stop();
  const missed = [await sendCost('consumer', 'one'), await sendCost('consumer', 'two')];
  await stock.services.get('budgeting')?.start();
  await reachesAgain('consumer');
  expect((await taken('consumer')).filter((costId) => missed.includes(costId))).toEqual([]);
});

test('an event whose handler throws is gone', async () => {
  const early = await sendCost('late', 'before the budget');
  const log = join(stock.folder, 'logs/budgeting.log');
  await eventually(async () => expect(await readFile(log, 'utf8')).toContain('No record was found'));
  await openBudget(stock, 'late');
  await reachesAgain('late');
  expect(await taken('late')).not.toContain(early);
});

test('fifty costs at the same time do not add up', async () => {
  await openBudget(stock, 'busy');
  const costs = Array.from({ length: 50 }, (_, index) => `cost ${index}`);
  const another = await somebodyHolds('busy');
  await Promise.all(costs.map((reference) => sendCost('busy', reference)));
  await another.untilWaitedFor(2);
  await another.letGo();
  await reachesAgain('busy');
  const total = await totalOf('busy');
  expect(total?.costs).toBeLessThan((await taken('busy')).length);
});

/** Somebody else has the row of the budget for a moment, so that handlers have read it and wait to write it. */
async function somebodyHolds(projectId: string) {
  const client = new Client({ connectionString: stock.databaseUrls.budgeting });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM "Budget" WHERE "projectId" = $1 FOR UPDATE', [projectId]);
  return {
    untilWaitedFor: (sessions: number) =>
      eventually(async () => {
        const { rows } = await client.query<{ count: number }>(WAITING);
        expect(rows[0]?.count).toBeGreaterThanOrEqual(sessions);
      }),
    letGo: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

const WAITING = `SELECT count(*)::integer AS count FROM pg_stat_activity
                 WHERE datname = 'budgeting' AND wait_event_type = 'Lock'`;

test('what is announced while the broker restarts never reaches anybody', async () => {
  await openBudget(stock, 'broker');
  await stock.nats.stop();
  const missed = await sendCost('broker', 'while it was away');
  await stock.nats.restart();
  await reachesAgain('broker');
  expect(await taken('broker')).not.toContain(missed);
});

test('a client that asks again makes a second record', async () => {
  await openBudget(stock, 'again');
  const [first, second] = [await sendCost('again', 'same'), await sendCost('again', 'same')];
  expect(second).not.toBe(first);
  await eventually(async () => expect((await taken('again')).sort(byNumber)).toEqual([first, second]));
});

test('an event that comes again counts again, and one nobody announced counts as well', async () => {
  await openBudget(stock, 'repeated');
  const costId = await sendCost('repeated', 'once');
  const event = { costId, projectId: 'repeated', amountMinor: '100' };
  const forged = { ...event, costId: 1_000_000 };
  await eventually(async () => expect(await taken('repeated')).toEqual([costId]));
  await tap.publish(
    [event, forged].map((data) => ({
      subject: 'cost_created',
      body: Buffer.from(JSON.stringify({ pattern: 'cost_created', data })),
    })),
  );
  await eventually(async () =>
    expect((await taken('repeated')).sort(byNumber)).toEqual([costId, costId, 1_000_000]),
  );
});

function byNumber(one: number, other: number): number {
  return one - other;
}
