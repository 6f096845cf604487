import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export interface SimulatorArguments {
  readonly steps: number;
  readonly seed: number;
  readonly threads: number;
  readonly json: boolean;
  /** Plays one schedule only. */
  readonly schedule: number | null;
  readonly trace: boolean;
  /** Looks for the planted mistakes: before the run, or alone when no steps are asked for. */
  readonly bugs: boolean;
  /** One planted mistake. */
  readonly bug: string | null;
  readonly secondsPerBug: number;
}

export const USAGE = `npm run simulate -- [options]
  --steps N            moves to play (default 10,000,000; 0 with --bugs)
  --seed S             a whole number (default 1)
  --threads T          default: one per core
  --schedule K         plays this schedule of the seed alone; with --trace every move of it
  --bugs               looks for every planted mistake
  --bug NAME           looks for one of them, or plays --schedule with it
  --seconds-per-bug N  how long one is looked for (default 60)
  --json               one JSON object on standard output`;

export function readArguments(words: readonly string[]): SimulatorArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      steps: { type: 'string' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: String(Math.max(1, availableParallelism())) },
      schedule: { type: 'string' },
      trace: { type: 'boolean', default: false },
      bugs: { type: 'boolean', default: false },
      bug: { type: 'string' },
      'seconds-per-bug': { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
    },
  });
  const bugs = values.bugs || (values.bug !== undefined && values.schedule === undefined);
  return {
    steps: whole('steps', values.steps ?? (bugs ? '0' : '10000000'), 0),
    seed: whole('seed', values.seed, 0),
    threads: whole('threads', values.threads, 1),
    json: values.json,
    schedule: values.schedule === undefined ? null : whole('schedule', values.schedule, 0),
    trace: values.trace,
    bugs,
    bug: values.bug ?? null,
    secondsPerBug: whole('seconds-per-bug', values['seconds-per-bug'], 1),
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} is "${text}"; it must be a whole number of at least ${least}.\n${USAGE}`);
}
