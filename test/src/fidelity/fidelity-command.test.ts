import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../apps/projects/dist/fidelity-command.js', import.meta.url));
const CORPUS =
  process.env['CORPUS_DIR'] ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Every file is read in a thread of its own, which takes its time on a busy machine. */
const LONG = 300_000;

/** What `npm run fidelity -- ... --json` prints, as far as it is looked at here. */
interface Answer {
  readonly name: string;
  readonly at: string;
  readonly machine: { readonly cores: number };
  readonly figures: {
    readonly files: readonly Record<'datesCompared' | 'datesEqual' | 'tasks', number>[];
  } & Record<'share' | 'datesCompared' | 'datesEqual', { readonly median: number; readonly n: number }>;
  readonly files: readonly { readonly file: string; readonly refusal?: string }[];
  readonly share: number;
}

async function run(...args: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr };
}

describe('npm run fidelity', () => {
  let folder = '';
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-fidelity-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('one JSON object on standard output: the counts of a file, its dates, the share', async () => {
    const list =
      'ID,Name,Start,Finish,Duration,Predecessors\n1,Dig,2026-03-02,2026-03-03,2d,\n2,Pave,2026-03-04,2026-03-06,2d,1\n';
    const { exitCode, stdout } = await run(write('plan.csv', list), '--json');
    const answer = JSON.parse(stdout) as Answer;
    expect(exitCode).toBe(0);
    expect(answer).toMatchObject({
      name: 'fidelity',
      share: 0.75,
      figures: {
        files: [{ tasks: 2, links: 1, resources: 0, assignments: 0, datesCompared: 4, datesEqual: 3 }],
      },
      files: [
        {
          differences: [
            { uid: 2, end: 'finish', stored: '2026-03-06T17:00:00', computed: '2026-03-05T17:00:00' },
          ],
        },
      ],
    });
    expect(answer.at).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(answer.machine.cores).toBeGreaterThan(0);
  });

  test('a hostile file is refused with a sentence, the others are still read, and the end says so', async () => {
    const bomb = write('bomb.xml', '<!DOCTYPE x [<!ENTITY a "b">]><Project/>');
    const good = write('good.csv', 'Name,Duration\nDig,1d\n');
    const { exitCode, stdout, stderr } = await run(bomb, good, join(folder, 'none.xml'), '--json');
    const answer = JSON.parse(stdout) as Answer;
    expect(exitCode).toBe(1);
    expect(stderr).toContain('DOCTYPE');
    expect(answer.files.map(({ refusal }) => refusal !== undefined)).toEqual([true, false, true]);
    expect(answer.figures.files).toHaveLength(1);
  });

  test('without a file it says how it is used', async () => {
    const { exitCode, stderr, stdout } = await run();
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('fidelity -- FILE...');
  });
});

if (!existsSync(join(CORPUS, 'plans'))) {
  test(`the corpus of plans is not there (${CORPUS}): fidelity of real plans was not measured`, () => {
    expect(existsSync(join(CORPUS, 'plans'))).toBe(false);
  });
} else {
  test(
    'every stored date of the corpus comes out again: 1,204 of 1,204',
    async () => {
      const files = ['mspdi', 'xer'].flatMap((kind) =>
        readdirSync(join(CORPUS, 'plans', kind)).map((name) => join(CORPUS, 'plans', kind, name)),
      );
      const { exitCode, stdout } = await run(...files, '--json');
      const { figures, share } = JSON.parse(stdout) as Answer;
      expect(exitCode).toBe(0);
      expect(figures.files).toHaveLength(36);
      expect([figures.datesCompared.median, figures.datesEqual.median, share]).toEqual([1_204, 1_204, 1]);
    },
    LONG,
  );
}
