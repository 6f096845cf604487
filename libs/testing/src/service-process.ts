import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BusUser } from '@meridian/local';
import { eventually } from './eventually.js';

export interface ServiceProcess {
  readonly pid: number;
  /** Everything the process wrote so far. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const BOOT_MS = 60_000;

/** Starts `apps/<service>/dist/main.js` with nothing but this environment and waits until it says ready. */
export async function startServiceProcess(
  service: BusUser,
  environment: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const main = `${REPOSITORY}apps/${service}/dist/main.js`;
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { PATH: process.env['PATH'], MERIDIAN_PARENT_PID: String(process.pid), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  }
  const running: ServiceProcess = {
    pid: child.pid ?? 0,
    output: () => output,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await closed;
    },
  };
  const isReady = () => {
    if (/"message":"ready"/.test(output)) return true;
    if (child.exitCode === null) throw new Error(`${service} is not ready after ${BOOT_MS} ms:\n${output}`);
    return 'ended';
  };
  if ((await eventually(isReady, { timeoutMs: BOOT_MS })) === 'ended') {
    throw new Error(`${service} ended before it was ready:\n${output}`);
  }
  return running;
}
