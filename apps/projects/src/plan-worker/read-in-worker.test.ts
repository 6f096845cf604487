import { describe, expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import { portfolioMappingOf } from '../domain/portfolio-file/portfolio-mapping-of.js';
import { readPlanInWorker, readPortfolioInWorker } from './read-in-worker.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const plan = (body: string): Uint8Array =>
  encode(`<Project xmlns="http://schemas.microsoft.com/project">${body}</Project>`);

/** The longest time that this thread did not get to its timers while the work went on. */
async function longestPauseMs(work: Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await work.catch(() => undefined);
  clearInterval(timer);
  return longest;
}

describe('a plan file is read in a thread of its own', () => {
  test('the plan comes back as the reader gives it, money included', async () => {
    const bytes = plan('<Tasks><Task><UID>1</UID><Name>Dig</Name><Cost>12345</Cost></Task></Tasks>');
    const { plan: read, report } = await readPlanInWorker(bytes);
    expect(read.tasks[0]).toMatchObject({ name: 'Dig', cost: { totalMinor: 12_345n } });
    expect(report.counts.task).toEqual({ inFile: 1, read: 1, changed: 0, leftOut: 0 });
    expect(bytes.length).toBeGreaterThan(0);
  });

  test('a refusal of the reader arrives as the same refusal', async () => {
    const failed = await readPlanInWorker(encode('<!DOCTYPE x><Project/>')).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Refusal);
    expect(failed).toMatchObject({ code: 'projects/plan-file-doctype', kind: 'unprocessable' });
  });

  test('a file of 20 MB nested without end is refused while the service goes on', async () => {
    const bomb = encode('<Project>'.repeat(2_300_000));
    const reading = readPlanInWorker(bomb);
    const [pause] = await Promise.all([
      longestPauseMs(reading),
      expect(reading).rejects.toMatchObject({ code: 'projects/plan-file-too-deep' }),
    ]);
    expect(pause).toBeLessThan(1_000);
  });

  test('a file of 20 MB of tasks is refused for its memory, or read, while the service goes on', async () => {
    const task = '<Task><UID>1</UID><Name>x</Name></Task>';
    const bomb = plan(`<Tasks>${task.repeat(500_000)}</Tasks>`);
    expect(bomb.length).toBeGreaterThan(19_000_000);
    const reading = readPlanInWorker(bomb, { bounds: { memoryMb: 64 } });
    const [pause] = await Promise.all([longestPauseMs(reading), reading.catch(() => undefined)]);
    const outcome = await reading.then(
      ({ report }) => report.counts.task,
      (error: Refusal) => error.code,
    );
    expect([
      { inFile: 500_000, read: 1, changed: 0, leftOut: 499_999 },
      'projects/plan-file-took-too-much-memory',
    ]).toContainEqual(outcome);
    expect(pause).toBeLessThan(1_000);
  });

  test('one task with millions of parts ends in a refusal, not in the end of the service', async () => {
    const parts = '<a><b/></a>'.repeat(1_900_000);
    const bytes = plan(`<Tasks><Task>${parts}</Task></Tasks>`);
    const options = { limits: { maxElementsPerRecord: 100_000_000 }, bounds: { memoryMb: 64 } };
    await expect(readPlanInWorker(bytes, options)).rejects.toMatchObject({
      code: 'projects/plan-file-took-too-much-memory',
    });
  });

  test('a reading that takes too long is ended', async () => {
    const bytes = plan(`<Tasks>${'<Task><UID>1</UID></Task>'.repeat(600_000)}</Tasks>`);
    const reading = readPlanInWorker(bytes, { bounds: { timeMs: 50 } });
    await expect(reading).rejects.toMatchObject({
      code: 'projects/plan-file-took-too-long',
      details: { timeMs: 50 },
    });
  });

  test('many readings at once all come through, two at a time', async () => {
    const bytes = plan('<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>');
    const readings = await Promise.all(Array.from({ length: 6 }, () => readPlanInWorker(bytes)));
    expect(readings.map(({ plan: read }) => read.tasks.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

test('a portfolio list is read in a thread of its own as well', async () => {
  const mapping = portfolioMappingOf({
    name: 'List',
    fields: {
      name: { column: 'Project' },
      snapshot: { column: 'Year' },
      wholeLifeCost: { column: 'Cost', unit: 'million', currency: 'GBP' },
    },
    key: ['name'],
  });
  const { rows } = await readPortfolioInWorker(
    encode('Project,Year,Cost\nBridge,2024-25,558.0\n'),
    'list.csv',
    mapping,
  );
  expect(rows).toMatchObject([
    { line: 2, name: 'Bridge', wholeLifeCost: { amountMinor: 55_800_000_000n, currency: 'GBP' } },
  ]);
  const failed = readPortfolioInWorker(encode('Nothing\n1\n'), 'list.csv', mapping);
  await expect(failed).rejects.toMatchObject({ code: 'projects/portfolio-file-columns-missing' });
});
