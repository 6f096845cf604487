import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import type { BusUser } from '../nats-configuration.js';
import type { DataFolder, Running } from './data-folder.js';
import { serviceEnvironment, withoutAdministration } from './service-environment.js';
import type { House } from './service-environment.js';
import { startLocalService } from './service.js';
import type { Service, Stage } from './service.js';
import { SERVICES_WITH_DATABASE } from './stores.js';
import type { Notice } from './stores.js';

/** Answers the address a service is to use instead of `url`. */
export type Through = (url: string, service: string) => Promise<string>;

export interface StartedServices {
  readonly running: Running['services'];
  readonly services: ReadonlyMap<string, Service>;
  readonly summary: string;
}

interface Start {
  readonly house: House;
  readonly folder: DataFolder;
  readonly notice: Notice;
  readonly progress: (text: string) => void;
  readonly longestRestartWaitMs?: number | undefined;
  readonly through?: Through | undefined;
  readonly stage?: Stage | undefined;
  /** Told each service as soon as its process is ready, so that it can be stopped whatever the others do. */
  readonly onStarted: (service: Service) => void;
}

/** Starts every service at once and waits for all; throws the first failure when all have settled. */
export async function startServices(start: Start): Promise<StartedServices> {
  const names: readonly BusUser[] = ['gateway', ...SERVICES_WITH_DATABASE];
  const ready: string[] = [];
  const running: Record<string, Running['services'][string]> = {};
  const services = new Map<string, Service>();
  const results = await Promise.allSettled(
    names.map(async (name) => {
      const { service, ...facts } = await startOne(name, start);
      running[name] = facts;
      services.set(name, service);
      ready.push(name);
      start.progress(`${ready.join(' ')} (${ready.length}/${names.length} ready)`);
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason as Error;
  return { running, services, summary: `${names.join(' ')} (${names.length}/${names.length} ready)` };
}

/** The development identity provider; `ready` when it shows its configuration. */
export async function startSignIn(
  port: number,
  doors: readonly string[],
  { folder, notice, onStarted }: Pick<Start, 'folder' | 'notice' | 'onStarted'>,
): Promise<string> {
  const issuer = `http://127.0.0.1:${port}`;
  const file = fileURLToPath(new URL('./identity-process.js', import.meta.url));
  const service = await startLocalService({
    name: 'identity provider',
    file,
    arguments: [String(port), join(folder.data, 'identity'), ...doors.map((door) => `${door}/signed-in`)],
    environment: withoutAdministration(),
    folder: folder.root,
    logFile: join(folder.logs, 'identity-provider.log'),
    readyUrl: `${issuer}/.well-known/openid-configuration`,
    notice,
  });
  onStarted(service);
  return issuer;
}

async function startOne(name: BusUser, start: Start) {
  const { house, folder, notice, onStarted, longestRestartWaitMs, stage } = start;
  const healthPort = await freePort();
  const healthUrl = `http://127.0.0.1:${healthPort}`;
  const environment = await redirected(name, serviceEnvironment(name, healthPort, house), start.through);
  const service = await startLocalService({
    name,
    file: join(house.repository, 'apps', name, 'dist/main.js'),
    arguments: [],
    environment: { ...withoutAdministration(), ...environment },
    folder: house.repository,
    logFile: join(folder.logs, `${name}.log`),
    readyUrl: `${healthUrl}/healthz/ready`,
    longestRestartWaitMs,
    stage,
    notice,
  });
  onStarted(service);
  return { service, healthUrl, environment };
}

async function redirected(
  service: string,
  environment: Readonly<Record<string, string>>,
  through: Through | undefined,
): Promise<Record<string, string>> {
  const changed = { ...environment };
  for (const name of ['NATS_URL', 'DATABASE_URL']) {
    const url = environment[name];
    if (url !== undefined && through !== undefined) changed[name] = await through(url, service);
  }
  return changed;
}
