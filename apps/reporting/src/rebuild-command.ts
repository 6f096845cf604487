#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startClient } from '@meridian/bus';
import { rebuild, type RebuildReport } from './rebuild/rebuild.js';
import { reportText } from './rebuild/report-text.js';

const USAGE = `rebuild -- reporting [--json]

Builds the read models of the running reporting once more from the records of the services, while reads go on.
Ends with 0 when the rows are the same as before, 2 when they were rebuilt and differ, 1 when it failed and changed nothing.`;
const NOT_RUNNING = 'Meridian does not run, so there is nothing to rebuild: start it with `npm start` first.';
const NOT_THERE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'CONNECTION_REFUSED']);
const CONNECT_MS = 10_000;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true || positionals.join(' ') !== 'reporting') {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = values.help === true ? 0 : 1;
  } else {
    const report = await run();
    process.stdout.write(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    process.exitCode = report.isEqual ? 0 : 2;
  }
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1); // a connection that still tries must not keep the process
}

async function run(): Promise<RebuildReport> {
  const { DATABASE_URL: databaseUrl, NATS_URL: natsUrl } = process.env;
  if (!databaseUrl || !natsUrl) throw new Error(NOT_RUNNING);
  const migrations = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
  const bus = await inTime(startClient('reporting', {}));
  try {
    return await rebuild({ databaseUrl, migrations, requests: bus.requests });
  } finally {
    await bus.close();
  }
}

/** The bus waits for a broker as long as it takes; a person at a prompt does not. */
async function inTime<T>(connecting: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(NOT_RUNNING)), CONNECT_MS);
  });
  try {
    return await Promise.race([connecting, late]);
  } finally {
    clearTimeout(timer);
  }
}

function sentenceOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return code !== undefined && NOT_THERE.has(code) ? NOT_RUNNING : message;
}
