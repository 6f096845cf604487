import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ApproveBudget, PostDocument } from '@meridian/contracts-budgeting';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { parseArgs } from 'node:util';
import { printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { closedLoad } from './measure/load.js';

// npm run bench -- ledger [--json] [--runs 3] [--seconds 8] [--in-flight 32] [--accounts 200]: orders through the real
// service, all against one budget, then spread over many; and whether the books are sound afterwards.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    'in-flight': { type: 'string', default: '32' },
    accounts: { type: 'string', default: '200' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const LOAD = { inFlight: Number(values['in-flight']), forMs: Number(values.seconds) * 1_000 };
const ACCOUNTS = Number(values.accounts);
const anna = person('pmo-manager', 'Anna');

const at = new Date();
const figures = new Figures();
const budgeting = await ServiceUnderTest.start('budgeting');
try {
  for (let run = 1; run <= RUNS; run += 1) {
    say(`run ${run} of ${RUNS}`);
    const hot = await budgets(1, '900000000000');
    figures.add('hotAccountPerSecond', '1/s', await ordersPerSecond(hot));
    const many = await budgets(ACCOUNTS, '900000000000');
    figures.add('manyAccountsPerSecond', '1/s', await ordersPerSecond(many));
    // What fits is known beforehand: of all that is asked at once, so much passes and no more.
    const [short] = await budgets(1, '700');
    const passed = await ordersAccepted(short ?? '', 200);
    figures.add('violations', '', (await violations()) + Math.abs(passed - 7));
  }
} finally {
  await budgeting.end();
}
printAnswer('ledger', at, figures, [
  {
    id: 'O3',
    figure: 'violations',
    goal: 'none',
    holds: figures.median('violations') === 0,
  },
]);

/** Projects with an approved budget each. */
async function budgets(count: number, amountMinor: string): Promise<readonly string[]> {
  const projectIds = Array.from({ length: count }, () => randomUUID());
  for (const projectId of projectIds) {
    await budgeting.hears(ProjectRecorded, {
      projectId,
      version: 1,
      code: `B-${projectId.slice(0, 13)}`,
      name: 'Bench',
      portfolio: 'Bench',
      stage: 'delivery',
      phases: [],
      currency: 'EUR',
      isConfidential: false,
    });
    await budgeting.ask(anna, ApproveBudget, {
      projectId,
      currency: 'EUR',
      decision: 'Bench',
      lines: [{ name: 'All', category: 'other', amountMinor }],
    });
  }
  return projectIds;
}

async function ordersPerSecond(projectIds: readonly string[]): Promise<number> {
  const { perSecond } = await closedLoad(
    (turn) => order(projectIds[turn % projectIds.length] ?? '', '100'),
    LOAD,
  );
  return perSecond;
}

async function ordersAccepted(projectId: string, asked: number): Promise<number> {
  const orders = Array.from({ length: asked }, () => order(projectId, '100'));
  const outcomes = await Promise.allSettled(orders);
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

function order(projectId: string, amountMinor: string): Promise<unknown> {
  return budgeting.ask(anna, PostDocument, {
    documentKind: 'order',
    projectId,
    orderId: randomUUID(),
    amountMinor,
    currency: 'EUR',
    postedOn: '2026-01-15',
    reference: 'Bench order',
    decision: 'Bench',
  });
}

/** Entries out of balance, balances that are not the sum of their postings, budgets overspent, orders without their money. */
async function violations(): Promise<number> {
  const [found] = await budgeting.rows<{ count: number }>(`
    SELECT (SELECT count(*) FROM (SELECT entry_id FROM posting GROUP BY entry_id HAVING sum(amount_minor) <> 0) e)::int
         + (SELECT count(*) FROM (
             SELECT account_id, account_kind, period, sum(amount_minor) AS total FROM posting
              WHERE account_kind <> 'external' GROUP BY 1, 2, 3) p
             FULL JOIN account_balance b USING (account_id, account_kind, period)
             WHERE p.total IS DISTINCT FROM b.balance_minor)::int
         + (SELECT count(*) FROM account_balance WHERE balance_minor < 0)::int
         + (SELECT count(*) FROM (
             SELECT project_id::text AS account_id, sum(committed_minor - invoiced_minor - released_minor - accrued_minor)
               AS open FROM commitment GROUP BY project_id) c
             LEFT JOIN account_balance b ON b.account_id = c.account_id AND b.account_kind = 'committed'
             WHERE c.open IS DISTINCT FROM b.balance_minor)::int AS count`);
  return found?.count ?? Number.NaN;
}
