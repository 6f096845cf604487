import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../is-alive.js';
import { randomBusPasswords } from '../nats-configuration.js';
import type { BusPasswords } from '../nats-configuration.js';

/** What a running house keeps: `npm start` in the clone, in `.meridian/`; a smoke run in a temporary folder. */
export interface DataFolder {
  readonly root: string;
  /** Databases, streams, sign-in sessions: what `--reset` deletes. */
  readonly data: string;
  readonly logs: string;
}

export interface Secrets {
  readonly bus: BusPasswords;
  /** Password of each service's database role. */
  readonly databases: Readonly<Record<string, string>>;
}

/** What the commands of the house need to speak to the running product; readable by its owner only. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  readonly issuer: string;
  readonly services: Readonly<
    Record<string, { readonly healthUrl: string; readonly environment: Readonly<Record<string, string>> }>
  >;
}

/** Makes the folders; `reset` deletes the data of earlier starts first. Throws when the product runs here already. */
export async function openDataFolder(root: string, reset: boolean): Promise<DataFolder> {
  const folder = { root, data: join(root, 'data'), logs: join(root, 'logs') };
  await mkdir(root, { recursive: true });
  await chmod(root, 0o755); // PostgreSQL may run as another user, who has to pass through
  await refuseSecondStart(folder);
  if (reset) {
    for (const path of [folder.data, folder.logs, join(root, 'secrets.json')]) {
      await rm(path, { recursive: true, force: true });
    }
  }
  await mkdir(folder.logs, { recursive: true });
  await mkdir(folder.data, { recursive: true });
  await chmod(folder.data, 0o755);
  return folder;
}

/** The passwords of this data folder, made at the first start. */
export async function readSecrets(folder: DataFolder, services: readonly string[]): Promise<Secrets> {
  const path = join(folder.root, 'secrets.json');
  const known = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Partial<Secrets>,
    () => undefined,
  );
  const databases = services.map((service) => [
    service,
    known?.databases?.[service] ?? randomBytes(20).toString('hex'),
  ]);
  const secrets = {
    bus: { ...randomBusPasswords(), ...known?.bus },
    databases: Object.fromEntries(databases),
  };
  await writePrivately(path, secrets);
  return secrets;
}

export async function writeRunning(folder: DataFolder, running: Running): Promise<void> {
  await writePrivately(join(folder.root, 'running.json'), running);
}

export async function removeRunning(folder: DataFolder): Promise<void> {
  await rm(join(folder.root, 'running.json'), { force: true });
}

async function refuseSecondStart(folder: DataFolder): Promise<void> {
  const text = await readFile(join(folder.root, 'running.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { pid, url } = JSON.parse(text) as Running;
  if (pid === process.pid || !isAlive(pid) || !(await isLauncher(pid))) return;
  throw new Error(
    `Meridian runs here already: ${url} (pid ${pid}). Stop it with Ctrl-C there, or: kill ${pid}`,
  );
}

/** Process numbers are given out again; where /proc tells, another program under the number does not count. */
async function isLauncher(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'start.mjs');
  return command.includes('start.mjs');
}

async function writePrivately(path: string, content: object): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
