// npm test [jest arguments]: every test, on a real PostgreSQL and real NATS servers that end with the run.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { repository } from './set-up/files.mjs';
import { runJest } from './set-up/run-jest.mjs';
import { orExplain, setUp } from './set-up.mjs';

await orExplain(async () => {
  await setUp();
  const folder = await mkdtemp(join(tmpdir(), 'meridian-test-'));
  await chmod(folder, 0o755); // PostgreSQL may run as another user, who has to pass through
  const stack = await startStack(folder);
  try {
    const resultFile = join(folder, 'result.json');
    const args = ['--json', '--outputFile', resultFile, ...process.argv.slice(2)];
    const exitCode = await runJest(args, stack.environment);
    console.log(await closingLine(resultFile));
    process.exitCode = exitCode;
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

/** PostgreSQL once for the run; every test file that needs a broker starts a private one from the program fetched here. */
async function startStack(folder) {
  const isGiven = process.env.TEST_DATABASE_URL || process.env.TEST_BACKEND === 'containers';
  const { findNatsProgram, startPostgres } = await import('./dist/index.js');
  if (process.env.TEST_BACKEND !== 'containers' && !process.env.TEST_NATS_URL) await findNatsProgram();
  if (isGiven) return { environment: {}, stop: async () => {} };
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
  });
  return { environment: { TEST_DATABASE_URL: postgres.url }, stop: () => postgres.stop('immediate') };
}

async function closingLine(resultFile) {
  const result = await readFile(resultFile, 'utf8').then(JSON.parse, () => undefined);
  if (result === undefined) return '\n0 passed, 1 failed: Jest wrote no result';
  const broken = result.numRuntimeErrorTestSuites;
  const files = broken === 0 ? '' : ` (${broken} of them test files that could not be run)`;
  const failures = failuresOf(result).map((failure) => `\nfailed: ${failure}`);
  return `${failures.join('')}\n${result.numPassedTests} passed, ${result.numFailedTests + broken} failed${files}`;
}

/** By file and name, with the first words of why: whoever sees only the end of a long output knows what to look at. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(repository, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message === '' ? [] : [`${file}: ${firstWordsOf(message)}`];
    return failed.map((test) => `${file}: ${test.fullName}: ${firstWordsOf(test.failureMessages[0] ?? '')}`);
  });
}

function firstWordsOf(message) {
  return stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
