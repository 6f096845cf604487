import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import type { Mutant } from './mutation-report.js';
import type { MutationTarget } from './mutation-targets.js';

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
  const found = await new Stryker({
    mutate: [...(only.length > 0 ? only : target.mutate), '!**/*.test.ts', '!**/index.ts'],
    ignorePatterns: ['/*', '!/libs', '!/package.json', '!/tsconfig.base.json', 'dist'],
    disableTypeChecks: `${target.package}/**/*.ts`,
    buildCommand: `npx tsc -b ${target.package}`,
    tempDirName: '.meridian/mutation',
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
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  }).runMutationTest();
  const sources = new Map<string, readonly string[]>();
  const mutants: Mutant[] = [];
  for (const { fileName, mutatorName, replacement, location, status } of found) {
    const lines = sources.get(fileName) ?? (await readFile(fileName, 'utf8')).split('\n');
    sources.set(fileName, lines);
    mutants.push({
      file: relative(process.cwd(), fileName),
      line: location.start.line,
      mutator: mutatorName,
      original: excerpt(lines, location),
      replacement: replacement ?? '',
      status: STATUSES[status] ?? 'left-out',
    });
  }
  return mutants;
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
