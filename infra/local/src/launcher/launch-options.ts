import { parseArgs } from 'node:util';

export interface LaunchOptions {
  /** Where the product answers; the identity provider takes the next one. */
  readonly port: number;
  /** Start with nothing: the data of earlier starts is deleted. */
  readonly reset: boolean;
  /** No demonstration data. */
  readonly empty: boolean;
  /** Check the running product from outside, then stop. */
  readonly smoke: boolean;
  /** A folder with real portfolio and plan files for the smoke run. */
  readonly corpus: string | undefined;
  readonly help: boolean;
}

const DEFAULT_PORT = 8080;

export const USAGE = `Starts Meridian on this machine; the data stays in .meridian/ between starts.

  npm start                    http://localhost:${DEFAULT_PORT}
  npm start -- --port 8090     another port
  npm start -- --reset         delete the data first
  npm start -- --empty         without demonstration data
  npm start -- --smoke         start, check from outside, stop; --corpus <folder> adds plan files of yours

  DATABASE_URL   an administrator of a PostgreSQL of yours, instead of the embedded one
  NATS_URL       a NATS server of yours with infra/nats/accounts.conf, instead of the embedded one;
                 its passwords in NATS_PASSWORD_PROJECTS and so on
  NO_COLOR       plain text`;

/** Reads the command line. Throws one sentence about what it does not understand. */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      reset: { type: 'boolean' },
      empty: { type: 'boolean' },
      smoke: { type: 'boolean' },
      corpus: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(`--port is ${values.port}; it must be a whole number from 1 to 65534.`);
  }
  const { reset = false, empty = false, smoke = false, help = false } = values;
  return { port, reset, empty, smoke, help, corpus: values.corpus };
}
