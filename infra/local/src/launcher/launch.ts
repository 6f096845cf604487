import { fileURLToPath } from 'node:url';
import { reportStep } from '../../set-up/report-step.mjs';
import { openDataFolder, readSecrets, removeRunning, writeRunning } from './data-folder.js';
import type { DataFolder, Running } from './data-folder.js';
import { demonstrationStep } from './demonstration-step.js';
import { Ending } from './ending.js';
import { greeting } from './greeting.js';
import { hasKeys, listenToKeys } from './keys.js';
import { readLaunchOptions, USAGE } from './launch-options.js';
import type { LaunchOptions } from './launch-options.js';
import { preflight } from './preflight.js';
import type { Service } from './service.js';
import { startServices, startSignIn } from './services-step.js';
import { smokeMode } from './smoke-mode.js';
import { openBroker, openDatabases, SERVICES_WITH_DATABASE } from './stores.js';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/[\\/]$/, '');

interface StartedHouse {
  readonly running: Running;
  readonly services: ReadonlyMap<string, Service>;
}

/** `npm start`: starts the product, greets, and stays until it is told to end. */
export async function launch(args: readonly string[]): Promise<void> {
  const options = readLaunchOptions(args);
  if (options.help) return console.log(USAGE);
  if (options.reset && process.env['DATABASE_URL']) {
    throw new Error('--reset deletes .meridian/ only; with DATABASE_URL set, empty that server yourself.');
  }
  const startedAt = performance.now();
  const folder = await openDataFolder(REPOSITORY, options.reset);
  const ending = new Ending();
  const quit = (exitCode: number) => {
    if (!ending.hasBegun) console.log('\n  Ending ...');
    void ending.all().finally(() => process.exit(exitCode));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => quit(0));
  try {
    const { running, services } = await startEverything(options, folder, ending);
    const { url } = running;
    console.log(greeting(url, (performance.now() - startedAt) / 1000, hasKeys() && !options.smoke));
    if (options.smoke) {
      const holds = await smokeMode({ running, services, corpusDir: options.corpus });
      return quit(holds ? 0 : 1);
    }
    listenToKeys({ url, status: () => status(running), logs: folder.logs, quit: () => quit(0) });
  } catch (failure) {
    if (ending.hasBegun) return;
    console.error(`\n  ✖ ${(failure as Error).message}\n`);
    quit(1);
  }
}

async function startEverything(
  options: LaunchOptions,
  folder: DataFolder,
  ending: Ending,
): Promise<StartedHouse> {
  const notice = (sentence: string) => void (ending.hasBegun || console.log(`  ! ${sentence}`));
  const url = `http://localhost:${options.port}`;
  await reportStep('Preflight', () => preflight(options.port, folder.root));
  const secrets = await readSecrets(folder, SERVICES_WITH_DATABASE);

  const endStore = ending.group();
  const databases = await step('Database', async () => {
    const opened = await openDatabases(folder, secrets, notice);
    endStore(opened.stop);
    return opened;
  });
  const broker = await step('Event bus', async () => {
    const opened = await openBroker(folder, secrets, notice);
    endStore(opened.stop);
    return opened;
  });

  const endService = ending.group();
  const common = { folder, notice, onStarted: ({ stop }: { stop: () => Promise<void> }) => endService(stop) };
  const doors = [url, `http://127.0.0.1:${options.port}`];
  const { issuer } = await step('Sign-in', async () => {
    const started = await startSignIn(options.port + 1, doors, common);
    return { issuer: started, summary: `development identity provider at ${started}` };
  });
  const house = { repository: REPOSITORY, databases, broker, issuer, port: options.port };
  const started = await step('Services', (progress) => startServices({ house, progress, ...common }));

  const running = { pid: process.pid, url, issuer, services: started.running };
  await writeRunning(folder, running);
  ending.group()(() => removeRunning(folder));
  if (!options.empty) {
    await reportStep('Demo data', (progress) =>
      demonstrationStep({ gatewayUrl: url, issuer, folder, progress }),
    );
  }
  return { running, services: started.services };
}

/** A step whose result carries its own line. */
async function step<T extends { readonly summary: string }>(
  name: string,
  work: (progress: (text: string) => void) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  await reportStep(name, async (progress) => {
    result = await work(progress);
    return result.summary;
  });
  return result as T;
}

function status(running: Running): string {
  const rows = Object.entries(running.services).map(
    ([name, { healthUrl }]) => `     ${name.padEnd(13)}${healthUrl}`,
  );
  return [`  ${running.url} (pid ${running.pid}); health and metrics:`, ...rows].join('\n');
}
