import { postgresOfTestRun } from '@meridian/local';

let adminUrl: Promise<string> | undefined;

/**
 * Connection string of the administrator of the PostgreSQL that tests use: TEST_DATABASE_URL, else a container when
 * TEST_BACKEND=containers, else the embedded server, one for the whole run of Jest.
 */
export function testPostgres(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return Promise.resolve(given);
  adminUrl ??= wantsContainers() ? containerUrl() : postgresOfTestRun(processOfTestRun());
  return adminUrl;
}

export function wantsContainers(): boolean {
  return process.env['TEST_BACKEND'] === 'containers';
}

async function containerUrl(): Promise<string> {
  const { postgresContainerOfTestRun } = await import('./containers-of-test-run.js');
  return postgresContainerOfTestRun(processOfTestRun());
}

/** Jest's own process: the parent of a worker, or this one when tests run in band. */
function processOfTestRun(): number {
  const isWorker = /jest-worker[\\/]build[\\/]workers/.test(process.argv[1] ?? '');
  return isWorker ? process.ppid : process.pid;
}
