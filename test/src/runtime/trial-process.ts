import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@meridian/testing';

type Line = Readonly<Record<string, unknown>>;

export interface TrialProcess {
  readonly pid: number;
  /** Everything the process wrote so far. */
  output(): string;
  lines(): Line[];
  /** Waits for the line `ready` and answers the addresses in it. */
  ready(): Promise<{ readonly door: string; readonly health: string; readonly bootMs: number }>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended the process. */
  readonly ended: Promise<number | string>;
}

const SERVICE = fileURLToPath(new URL('./trial-service.js', import.meta.url));

/** Starts the trial service in a process of its own with nothing but this environment. */
export function startTrial(migrations: string, environment: Record<string, string>): TrialProcess {
  const child = spawn(process.execPath, [SERVICE, migrations], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .flatMap(parsed);
  return {
    pid: child.pid!,
    output: () => output,
    lines,
    async ready() {
      const line = await eventually(() => {
        const ready = lines().find(({ message }) => message === 'ready');
        if (ready === undefined) throw new Error(`The service is not ready; it wrote:\n${output}`);
        return ready;
      });
      const address = (port: unknown) => `http://127.0.0.1:${String(port)}`;
      return { door: address(line['port']), health: address(line['healthPort']), bootMs: Number(line['ms']) };
    },
    kill: (signal) => void child.kill(signal),
    ended: once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string),
  };
}

/** A line that is still being written cannot be read yet. */
function parsed(line: string): Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
