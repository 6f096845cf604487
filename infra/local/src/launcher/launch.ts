import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportStep } from '../../set-up/report-step.mjs';
import { freePortPair } from '../free-port.js';
import { openDataFolder } from './data-folder.js';
import type { DataFolder, Running } from './data-folder.js';
import { Ending } from './ending.js';
import { greeting } from './greeting.js';
import { hasKeys, listenToKeys } from './keys.js';
import { readLaunchOptions, USAGE } from './launch-options.js';
import type { LaunchOptions } from './launch-options.js';
import { smokeMode } from './smoke-mode.js';
import { REPOSITORY, startHouse } from './start-house.js';

/** `npm start`: starts the product, greets, and stays until it is told to end. */
export async function launch(args: readonly string[]): Promise<void> {
  const options = readLaunchOptions(args);
  if (options.help) return console.log(USAGE);
  if (options.reset && process.env['DATABASE_URL']) {
    throw new Error('--reset deletes .meridian/ only; with DATABASE_URL set, empty that server yourself.');
  }
  const ending = new Ending();
  const quit = (exitCode: number) => {
    if (!ending.hasBegun && !options.smoke) console.log('\n  Ending ...');
    void ending.all().finally(() => process.exit(exitCode));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => quit(signal === 'SIGINT' && options.smoke ? 1 : 0));
  try {
    if (options.smoke) quit((await smoke(options, ending)) ? 0 : 1);
    else await stay(options, ending, quit);
  } catch (failure) {
    if (ending.hasBegun) return;
    console.error(`\n  ✖ ${(failure as Error).message}\n`);
    quit(1);
  }
}

async function stay(options: LaunchOptions, ending: Ending, quit: (exitCode: number) => void): Promise<void> {
  const startedAt = performance.now();
  const folder = await openDataFolder(join(REPOSITORY, '.meridian'), options.reset);
  const notice = (sentence: string) => console.log(`  ! ${sentence}`);
  const withDemonstration = !options.empty;
  const house = await startHouse(
    { folder, port: options.port, withDemonstration, report: reportStep, notice },
    ending,
  );
  const { url, running } = house;
  console.log(greeting(url, (performance.now() - startedAt) / 1000, hasKeys()));
  listenToKeys({ url, status: () => status(running), logs: folder.logs, quit: () => quit(0) });
}

/** On free ports in a temporary folder, so that it disturbs nothing that runs here. The folder stays when something fails. */
async function smoke(options: LaunchOptions, ending: Ending): Promise<boolean> {
  const root = await mkdtemp(join(tmpdir(), 'meridian-smoke-'));
  let holds = false;
  ending.group()(async () => {
    if (holds) await rm(root, { recursive: true, force: true });
    else console.error(`  ! The logs are in ${join(root, 'logs')}`);
  });
  const folder: DataFolder = await openDataFolder(root, false);
  const notice = (sentence: string) => console.error(`  ! ${sentence}`);
  const port = await freePortPair();
  const house = await startHouse(
    { folder, port, withDemonstration: true, report: reportStep, notice },
    ending,
  );
  holds = await smokeMode(house, options.corpus);
  return holds;
}

function status(running: Running): string {
  const rows = Object.entries(running.services).map(
    ([name, { healthUrl }]) => `     ${name.padEnd(13)}${healthUrl}`,
  );
  return [`  ${running.url} (pid ${running.pid}); health and metrics:`, ...rows].join('\n');
}
