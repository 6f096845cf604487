import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mutant } from './mutation-report.js';
import type { MutationTarget } from './mutation-targets.js';

const WORK = '.meridian/mutation';

/** All that the libraries do not need to be built, and all services but the target. */
const LEFT_OUT = [
  '/*',
  '!/libs',
  '!/infra',
  '!/apps',
  '/apps/*',
  '!/package.json',
  '!/tsconfig.base.json',
  'dist',
];

const STATUSES: Readonly<Record<string, Mutant['status']>> = {
  Killed: 'killed',
  Timeout: 'timed-out',
  Survived: 'survived',
  NoCoverage: 'not-covered',
};

/**
 * Changes a copy of the package in many places at once, builds it once, and runs the tests for every change by itself.
 *
 * Works in the current folder, which must be the repository; the copy lies in `.meridian/mutation` and goes away afterwards.
 *
 * @param only files to change instead of all of the target's
 */
export async function runMutants(
  target: MutationTarget,
  { concurrency, only }: { readonly concurrency: number; readonly only: readonly string[] },
): Promise<Mutant[]> {
  const config = join(WORK, 'stryker.json');
  const report = join(WORK, 'report.json');
  await mkdir(WORK, { recursive: true });
  await rm(report, { force: true });
  const options = {
    mutate: [...(only.length > 0 ? only : target.mutate), '!**/*.test.ts', '!**/index.ts'],
    ignorePatterns: [...LEFT_OUT, `!/${target.package}`],
    disableTypeChecks: `${target.package}/**/*.ts`,
    buildCommand: `npx tsc -b ${target.package}`,
    tempDirName: `${WORK}/sandbox`,
    cleanTempDir: 'always',
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: {
        testEnvironment: 'node',
        testMatch: target.tests.map((tests) => `<rootDir>/${target.package}/${tests}`),
        transform: {},
        haste: { forceNodeFilesystemAPI: true },
        watchman: false,
      },
    },
    coverageAnalysis: 'perTest',
    concurrency,
    timeoutMS: 10_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
  };
  await writeFile(config, JSON.stringify(options));
  await stryker(config);
  const { files } = JSON.parse(await readFile(report, 'utf8')) as StrykerReport;
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ mutatorName, replacement, location, status }) => ({
      file,
      line: location.start.line,
      mutator: mutatorName,
      original: excerpt(source.split('\n'), location),
      replacement: replacement ?? '',
      status: STATUSES[status] ?? 'left-out',
    })),
  );
}

/** As the mutation testing report schema has it, as far as it is read here. */
interface StrykerReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly location: { readonly start: Place; readonly end: Place };
          readonly status: string;
        }[];
      }
    >
  >;
}

/** Its output goes to standard error: standard output belongs to the figures. */
function stryker(config: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', config],
    {
      stdio: ['ignore', 2, 2],
    },
  );
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`Stryker ended with ${code}; its output above says why.`)),
    );
  });
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns count from 1, the end is behind the last character. */
function excerpt(
  lines: readonly string[],
  { start, end }: { readonly start: Place; readonly end: Place },
): string {
  const text = lines.slice(start.line - 1, end.line);
  text.push(text.pop()!.slice(0, end.column - 1));
  return [text[0]!.slice(start.column - 1), ...text.slice(1)].join('\n');
}
