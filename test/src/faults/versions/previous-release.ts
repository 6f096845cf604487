import { execFile } from 'node:child_process';
import { access, mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SERVICES } from '../recovery.js';
import { linkModules } from './linked-modules.js';

const run = promisify(execFile);

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/[\\/]$/, '');

/** An earlier state of the sources, compiled in a folder of its own. */
export interface PreviousRelease {
  readonly ref: string;
  readonly commit: string;
  readonly folder: string;
  /** What it took to make it. */
  readonly seconds: number;
}

/** The history that would be needed is not here, for no fault of anybody. */
export class NoHistory extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NoHistory';
  }
}

/**
 * Takes the sources of a commit, links them to what is installed and compiles the services, without a look at types: they were
 * looked at when the commit was made. Throws `NoHistory` where the clone does not reach back so far.
 */
export async function buildPrevious(ref: string, folder: string): Promise<PreviousRelease> {
  const startedMs = performance.now();
  const commit = await commitOf(ref);
  await mkdir(folder, { recursive: true });
  await unpack(commit, folder);
  await linkModules(REPOSITORY, folder);
  await generateClients(folder);
  const apps = SERVICES.map((service) => `apps/${service}`);
  await tool(folder, 'typescript/bin/tsc', ['-b', ...apps, '--noCheck', '--pretty', 'false']);
  return { ref, commit, folder, seconds: (performance.now() - startedMs) / 1_000 };
}

async function commitOf(ref: string): Promise<string> {
  const isShallow = await git('rev-parse', '--is-shallow-repository').catch((failure: Error) => {
    throw new NoHistory(`There is no history here to take "${ref}" from: ${failure.message.trim()}`);
  });
  return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(() => {
    if (isShallow === 'true') {
      throw new NoHistory(`The clone is shallow and does not reach back to "${ref}": git fetch --unshallow.`);
    }
    throw new Error(`"${ref}" names no commit of this repository.`);
  });
}

async function unpack(commit: string, folder: string): Promise<void> {
  const archive = join(folder, 'sources.tar');
  await git('archive', '--format=tar', `--output=${archive}`, commit);
  await run('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
}

/** Generating needs no engine, but Prisma would download one unless a path is given; any program will do. */
async function generateClients(folder: string): Promise<void> {
  const waiting = SERVICES.map((service) => `apps/${service}/prisma/schema.prisma`);
  const worker = async (): Promise<void> => {
    for (let schema = waiting.shift(); schema !== undefined; schema = waiting.shift()) {
      const isThere = await access(join(folder, schema)).then(
        () => true,
        () => false,
      );
      if (isThere)
        await tool(folder, 'prisma/build/index.js', ['generate', '--no-hints', '--schema', schema]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function tool(folder: string, file: string, args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CI: '1',
  };
  await run(process.execPath, [join(REPOSITORY, 'node_modules', file), ...args], { cwd: folder, env }).catch(
    (failure: Error & { stdout?: string }) => {
      throw new Error(`The previous release does not compile: ${failure.message}\n${failure.stdout ?? ''}`);
    },
  );
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: REPOSITORY });
  return stdout.trim();
}
