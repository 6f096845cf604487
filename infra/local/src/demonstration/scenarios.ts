import { randomUUID } from 'node:crypto';
import { GatewayProblem } from '../gateway-client.js';
import type { Story } from './live-until-today.js';
import { scoreIdeas } from './scoring.js';

/** A project that may be done: its worth in euros when it starts in the first quarter, cost and hours by quarter from its start. */
interface Idea {
  readonly code: string;
  readonly name: string;
  readonly worth: number;
  readonly costs: readonly number[];
  readonly developers?: readonly number[];
  readonly engineers?: readonly number[];
  /** Must start in the first quarter: the law or a running contract says so. */
  readonly cannotWait?: boolean;
  readonly isDecided?: boolean;
}

const IDEAS: readonly Idea[] = [
  {
    code: 'SER-01',
    name: 'Serialisation of packages',
    worth: 1_400_000,
    costs: [420_000, 380_000],
    engineers: [520, 480],
    cannotWait: true,
    isDecided: true,
  },
  {
    code: 'MES-01',
    name: 'Paperless batch records',
    worth: 2_150_000,
    costs: [500_000, 620_000, 300_000],
    developers: [400, 520, 300],
    engineers: [260, 300, 120],
  },
  {
    code: 'CRM-03',
    name: 'Customer portal in six languages',
    worth: 980_000,
    costs: [260_000, 240_000],
    developers: [480, 420],
  },
  {
    code: 'DAT-03',
    name: 'Forecasts from sales data',
    worth: 1_250_000,
    costs: [310_000, 290_000],
    engineers: [460, 400],
  },
  {
    code: 'FIN-01',
    name: 'Invoices without paper',
    worth: 760_000,
    costs: [180_000, 120_000],
    developers: [240, 160],
  },
  {
    code: 'HRM-01',
    name: 'Shift planning',
    worth: 540_000,
    costs: [150_000, 140_000],
    developers: [200, 220],
  },
  {
    code: 'LOG-01',
    name: 'Warehouse scanning',
    worth: 890_000,
    costs: [330_000, 180_000],
    engineers: [180, 140],
  },
  {
    code: 'QUA-01',
    name: 'Complaints in one system',
    worth: 690_000,
    costs: [210_000, 190_000],
    developers: [260, 240],
  },
  {
    code: 'SEC-01',
    name: 'Signing in without passwords',
    worth: 420_000,
    costs: [140_000],
    developers: [180],
    cannotWait: true,
  },
  {
    code: 'CLD-01',
    name: 'Test systems on demand',
    worth: 610_000,
    costs: [220_000, 160_000],
    developers: [300, 120],
    engineers: [120, 80],
  },
];

const QUARTERS = 4;
/** What the worth loses with each quarter that a project waits. */
const LOSS_PER_QUARTER = 0.03;
const BUDGET = [1_500_000, 1_450_000, 900_000, 600_000];
const HOURS: Readonly<Record<string, readonly number[]>> = {
  Developer: [1040, 1040, 1040, 1040],
  'Data engineer': [900, 900, 900, 900],
};

interface Change {
  readonly budget?: number;
  readonly developers?: number;
  /** The round whose scores the ideas are worth, instead of money. */
  readonly scoringRoundId?: string;
}

/**
 * Four answers to one question: the plan of the year, which is in force, less money, more developers, and what the scores of
 * the ideas would choose.
 */
export async function weighScenarios(story: Story): Promise<void> {
  const { as, today } = story;
  const sam = as('sam.rossi');
  const compute = async (name: string, change: Change): Promise<string> => {
    const scenarioId = randomUUID();
    const body = scenario(name, today, change);
    await patiently(() => sam.command('PUT', `/v1/scenarios/${scenarioId}`, body, { 'If-Match': '"0"' }));
    return scenarioId;
  };
  const [plan, scoringRoundId] = await Promise.all([
    compute('Plan of the year', {}),
    scoreIdeas(story, IDEAS),
  ]);
  await sam.command(
    'POST',
    `/v1/scenarios/${plan}/approval`,
    { decision: 'Portfolio board, plan of the year' },
    { 'If-Match': '"1"' },
  );
  await compute('A fifth less money', { budget: 0.8 });
  await compute('Two developers more', { developers: 2 });
  await compute('By the scores of the board', { scoringRoundId });
}

const HOURS_OF_A_QUARTER = 460;
/** The selection is proven in a moment; a machine that starts everything at once may need long to begin with it. */
const SECONDS = 10;
const ATTEMPTS = 3;

/** On a machine too busy to begin in time it is asked again. */
async function patiently(compute: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await compute();
      return;
    } catch (error) {
      const isLate = error instanceof GatewayProblem && error.problem.code === 'budgeting/no-selection-found';
      if (!isLate || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Asked where worth is money: what more of anything adds to scores is small and takes long to prove. */
const WORTH_OF_MORE = [
  { period: 0, more: cents(250_000) },
  { period: 1, more: cents(250_000) },
  { role: 'Developer', period: 0, more: String(HOURS_OF_A_QUARTER) },
  { role: 'Data engineer', period: 0, more: String(HOURS_OF_A_QUARTER) },
];

function scenario(name: string, today: string, { budget = 1, developers = 0, ...values }: Change): object {
  const year = Number(today.slice(0, 4)) + 1;
  const more: Readonly<Record<string, number>> = { Developer: developers * HOURS_OF_A_QUARTER };
  return {
    name,
    portfolio: 'Group portfolio',
    currency: 'EUR',
    periods: Array.from({ length: QUARTERS }, (_, quarter) => `${year}-Q${quarter + 1}`),
    budgetMinor: BUDGET.map((euros) => cents(euros * budget)),
    capacity: Object.entries(HOURS).map(([role, hours]) => ({
      role,
      hours: hours.map((one) => String(one + (more[role] ?? 0))),
    })),
    candidates: IDEAS.map(candidate),
    rules: [
      { kind: 'needs', candidateIds: ['CRM-03'], needed: 'SEC-01' },
      { kind: 'at-most', candidateIds: ['MES-01', 'LOG-01', 'SER-01'], count: 2 },
    ],
    ...values,
    seconds: SECONDS,
    withNextBest: true,
    worth: values.scoringRoundId === undefined ? WORTH_OF_MORE : [],
  };
}

function candidate({ code, name, worth, costs, developers, engineers, ...idea }: Idea): object {
  const latest = idea.cannotWait ? 1 : QUARTERS - costs.length + 1;
  const needs = [
    ...(developers ? [{ role: 'Developer', hours: developers.map(String) }] : []),
    ...(engineers ? [{ role: 'Data engineer', hours: engineers.map(String) }] : []),
  ];
  return {
    candidateId: code,
    name,
    starts: Array.from({ length: latest }, (_, start) => ({
      start,
      value: cents(worth * (1 - start * LOSS_PER_QUARTER)),
    })),
    costsMinor: costs.map(cents),
    needs,
    ...(idea.isDecided ? { fixed: 'in' } : {}),
  };
}

function cents(euros: number): string {
  return String(Math.round(euros * 100));
}
