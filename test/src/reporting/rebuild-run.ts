import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServiceUnderTest } from '@meridian/testing';

const COMMAND = fileURLToPath(new URL('../../../apps/reporting/dist/rebuild-command.js', import.meta.url));

export interface RebuildRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `--json` prints. */
export interface RebuildAnswer {
  readonly owners: Readonly<Record<string, { readonly aggregates: number; readonly events: number }>>;
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly pausedMs: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly checksum: { readonly before: string; readonly after: string };
  readonly isEqual: boolean;
  readonly differing: readonly string[];
}

/** Runs the command as `npm run rebuild` does: with the environment of the running service. */
export async function runRebuild(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<RebuildRun> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  await once(child, 'close');
  return { exitCode: child.exitCode ?? -1, stdout, stderr };
}

export function environmentOf({ home, broker }: ServiceUnderTest): Record<string, string> {
  return {
    DATABASE_URL: home.url,
    NATS_URL: broker.url,
    NATS_USER: 'reporting',
    NATS_PASSWORD: broker.passwords.reporting,
  };
}

/** The answer of a rebuild; throws with what it wrote when it failed. */
export async function rebuilt(service: ServiceUnderTest): Promise<RebuildAnswer> {
  const run = await runRebuild(environmentOf(service), ['reporting', '--json']);
  if (run.stdout === '') throw new Error(`The rebuild ended with ${run.exitCode}: ${run.stderr}`);
  return JSON.parse(run.stdout) as RebuildAnswer;
}
