import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ImportPortfolio,
  ListProjects,
  PortfolioImported,
  ProjectRecord,
  ProjectRecorded,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { CORPUS_DIR, corpusFile, hasCorpus } from '../plan-worker/corpus-dir.js';

const MAPPING = JSON.parse(
  readFileSync(new URL('../../mappings/government-major-projects.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const HEADER = 'project_id,project,department,category,year,cost_m,variance_pct,duration_months,rating';
const pmo = person('pmo-manager');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

function importList(content: string | Uint8Array, fileName = 'list.csv') {
  const contentBase64 = Buffer.from(content).toString('base64');
  return projects.ask(pmo, ImportPortfolio, {
    fileName,
    contentBase64,
    mapping: MAPPING,
    portfolio: 'Major',
  });
}

async function recordOf(text: string) {
  const { projects: found } = await projects.ask(pmo, ListProjects, { text });
  expect(found).toHaveLength(1);
  return projects.ask(pmo, ProjectRecord, { projectId: found[0]?.projectId ?? '' });
}

describe('a portfolio list', () => {
  const list = (year: string, cost: string) =>
    [
      HEADER,
      `R1,Railway,DfT,Infrastructure,${year},${cost},1.5,60,RED`,
      `,Harbour,DfT,Infrastructure,${year},12.5,,,`,
    ].join('\n');

  test('opens a project for each row and lists the rows that cannot be read', async () => {
    const report = await importList(
      `${list('2024-25', '100')}\nR2,Road,DfT,Infrastructure,2024-25,plenty,,,\n`,
    );
    expect(report).toMatchObject({ rowsRead: 3, added: 2, updated: 0, unchanged: 0, keptAsHistory: 0 });
    expect(report.unreadable).toMatchObject([{ line: 4, column: 'cost_m', found: 'plenty' }]);
    const railway = await recordOf('Railway');
    expect(railway).toMatchObject({
      code: 'R1',
      version: 1,
      currency: 'GBP',
      wholeLifeCostMinor: '10000000000',
    });
    expect((await recordOf('Harbour')).code).toMatch(/^P-[0-9A-F]{8}$/);
    expect(await projects.announced(ProjectRecorded)).toHaveLength(2);
  });

  test('read again changes nothing and announces nothing', async () => {
    const before = await projects.rows('SELECT 1 FROM bus.outbox');
    expect(await importList(list('2024-25', '100'))).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(await projects.rows('SELECT 1 FROM bus.outbox')).toHaveLength(before.length);
  });

  test('of a later year moves the record on and keeps what was said before', async () => {
    expect(await importList(list('2025-26', '120'))).toMatchObject({
      added: 0,
      updated: 2,
      keptAsHistory: 0,
    });
    const railway = await recordOf('Railway');
    expect(railway).toMatchObject({ version: 2, snapshot: '2025-26', wholeLifeCostMinor: '12000000000' });
    expect(railway.history.map(({ snapshot, wholeLifeCostMinor }) => [snapshot, wholeLifeCostMinor])).toEqual(
      [
        ['2024-25', '10000000000'],
        ['2025-26', '12000000000'],
      ],
    );
    const told = await projects.announced(ProjectRecorded, railway.projectId);
    expect(told.map(({ version, snapshot }) => [version, snapshot])).toEqual([
      [1, '2024-25'],
      [2, '2025-26'],
    ]);
  });

  test('of an earlier year goes into the history only', async () => {
    expect(await importList(list('2023-24', '80'))).toMatchObject({ updated: 0, keptAsHistory: 2 });
    const railway = await recordOf('Railway');
    expect(railway).toMatchObject({ version: 2, snapshot: '2025-26', wholeLifeCostMinor: '12000000000' });
    expect(railway.history.map(({ snapshot }) => snapshot)).toEqual(['2023-24', '2024-25', '2025-26']);
    expect(await projects.announced(ProjectRecorded, railway.projectId)).toHaveLength(2);
  });

  test('whose mapping is wrong is refused with every error', async () => {
    const mapping = { ...MAPPING, key: ['colour'] };
    const contentBase64 = Buffer.from(HEADER).toString('base64');
    await expect(
      projects.ask(pmo, ImportPortfolio, { fileName: 'x.csv', contentBase64, mapping, portfolio: 'Major' }),
    ).rejects.toMatchObject({ code: 'projects/portfolio-mapping-invalid', kind: 'unprocessable' });
  });
});

if (!hasCorpus('gmpp/gmpp.csv')) {
  test(`the government portfolio is not there (${CORPUS_DIR}): it was not tried`, () => {
    expect(hasCorpus('gmpp/gmpp.csv')).toBe(false);
  });
} else {
  test('two years of the government portfolio: 402 rows are 232 projects, and the sums are those of the file', async () => {
    const bytes = corpusFile('gmpp/gmpp.csv');
    const report = await importList(bytes, 'gmpp.csv');
    expect(report).toMatchObject({ rowsRead: 402, added: 232, updated: 170, unchanged: 0, unreadable: [] });
    expect(await importList(bytes, 'gmpp.csv')).toMatchObject({ added: 0, updated: 0, unchanged: 402 });
    const imported = await projects.announced(PortfolioImported);
    expect(imported.at(-1)).toMatchObject({ fileName: 'gmpp.csv', snapshots: ['2024-25', '2025-26'] });
    const sums = await projects.rows<{ year: string; rows: number; minor: string }>(
      `SELECT facts->'snapshot'->>'label' AS year, count(*)::int AS rows, sum((facts->'wholeLifeCost'->>'amountMinor')::bigint)::text AS minor
         FROM portfolio_snapshot JOIN project USING (project_id) WHERE code NOT IN ('R1') AND name <> 'Harbour' GROUP BY 1 ORDER BY 1`,
    );
    expect(sums).toEqual([costsOf(bytes, '2024-25', 213), costsOf(bytes, '2025-26', 189)]);
  });
}

/** The sum of a year without any CSV reader: the figures stand behind the last five commas of each line. */
function costsOf(bytes: Uint8Array, year: string, rows: number) {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const costs = lines.map((line) => line.split(',').slice(-5)).filter(([of]) => of === year);
  const minor = costs.reduce((sum, [, cost]) => sum + Math.round(Number(cost) * 1000) * 100_000, 0);
  expect(costs).toHaveLength(rows);
  return { year, rows, minor: String(minor) };
}
