import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const APPLICATION = join(REPOSITORY, 'test/baseline/application');

export const STOCK_SERVICES = ['projects', 'budgeting'] as const;
export type StockService = (typeof STOCK_SERVICES)[number];

/** The migrations of a service, in Prisma's own form. */
export function migrationsOf(service: StockService): string {
  return join(APPLICATION, service, 'prisma/migrations');
}

/**
 * Copies the application into a folder, generates its database clients and compiles it there: nothing of that is kept.
 * Answers the file to start a service with.
 */
export async function buildApplication(folder: string): Promise<(service: StockService) => string> {
  await cp(APPLICATION, folder, { recursive: true });
  await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  for (const service of STOCK_SERVICES) {
    await tool(folder, 'prisma/build/index.js', [
      'generate',
      '--no-hints',
      '--schema',
      join(service, 'prisma/schema.prisma'),
    ]);
  }
  await tool(folder, 'typescript/bin/tsc', ['-p', '.']);
  return (service) => join(folder, 'dist', service, 'src/main.js');
}

/** Generating needs no engine, but Prisma would download one unless a path is given; any program will do. */
async function tool(folder: string, file: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CI: '1' };
  await run(process.execPath, [join(REPOSITORY, 'node_modules', file), ...args], { cwd: folder, env });
}
