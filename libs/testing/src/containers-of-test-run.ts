import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgresContainer } from './containers.js';

/** What the keeper has to say: where PostgreSQL is, or why there is none. */
type Word = { readonly url: string } | { readonly failure: string };

/** The first start may have to fetch the image. */
const START_PATIENCE_MS = 180_000;
const ASK_EVERY_MS = 50;
const WATCH_EVERY_MS = 500;

/**
 * The connection string of one PostgreSQL container for a whole run of tests, started by whoever asks first. A keeper
 * process holds it, because test workers come and go, and removes it when the process `runPid` has ended: also where
 * the reaper of testcontainers is switched off.
 */
export async function postgresContainerOfTestRun(runPid: number): Promise<string> {
  const folder = join(tmpdir(), `meridian-test-containers-${runPid}`);
  await mkdir(folder, { recursive: true });
  if (await isFirst(folder)) startKeeper(runPid, folder);
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    const word = await readWord(folder);
    if (word !== undefined && 'failure' in word)
      throw new Error(`PostgreSQL in a container: ${word.failure}`);
    if (word !== undefined) return word.url;
    await new Promise((wait) => setTimeout(wait, ASK_EVERY_MS));
  }
  throw new Error(
    `No PostgreSQL container for the tests after ${START_PATIENCE_MS / 1000} s; see ${folder}.`,
  );
}

/** What the keeper process does, from start to end. */
async function keep(runPid: number, folder: string): Promise<void> {
  try {
    const { url, stop } = await startPostgresContainer();
    await writeWord(folder, { url });
    await untilEnded(runPid);
    await stop();
  } catch (failure) {
    await writeWord(folder, { failure: failure instanceof Error ? failure.message : String(failure) });
    await untilEnded(runPid);
  }
  await rm(folder, { recursive: true, force: true });
}

async function untilEnded(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((wait) => setTimeout(wait, WATCH_EVERY_MS));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startKeeper(runPid: number, folder: string): void {
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url), String(runPid), folder], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  keeper.unref();
}

async function isFirst(folder: string): Promise<boolean> {
  const claim = await open(join(folder, 'claimed'), 'wx').catch(() => undefined);
  await claim?.close();
  return claim !== undefined;
}

async function readWord(folder: string): Promise<Word | undefined> {
  const text = await readFile(join(folder, 'word.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Word);
}

async function writeWord(folder: string, word: Word): Promise<void> {
  const path = join(folder, 'word.json');
  await writeFile(`${path}.new`, JSON.stringify(word), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await keep(Number(process.argv[2]), String(process.argv[3]));
}
