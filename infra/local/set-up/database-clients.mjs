import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readIfThere, repository, writeWithFolder } from './files.mjs';
import { runTool } from './run-tool.mjs';

/** Generates the Prisma client of every service whose schema changed, as many at a time as there are cores. */
export async function generateDatabaseClients() {
  const stale = await staleSchemas();
  if (stale.length === 0) return undefined;
  const waiting = [...stale];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await generate(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return `clients generated: ${stale.map(({ service }) => service).join(' ')}`;
}

async function staleSchemas() {
  const prisma = await readFile(join(repository, 'node_modules/prisma/package.json'), 'utf8');
  const schemas = await Promise.all(
    (await readdir(join(repository, 'apps'))).map(async (service) => {
      const schema = join(repository, 'apps', service, 'prisma/schema.prisma');
      const stampFile = join(repository, 'apps', service, 'src/persistence/generated/.made-from');
      const text = await readIfThere(schema);
      if (text === undefined) return undefined;
      const hash = createHash('sha256').update(text).update(JSON.parse(prisma).version).digest('hex');
      return (await readIfThere(stampFile)) === hash ? undefined : { service, schema, stampFile, hash };
    }),
  );
  return schemas.filter((schema) => schema !== undefined);
}

/** Generating needs no engine, but Prisma would download one unless a path is given; any program will do. */
async function generate({ schema, stampFile, hash }) {
  const environment = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CI: '1',
  };
  await runTool('prisma/build/index.js', ['generate', '--no-hints', '--schema', schema], environment);
  await writeWithFolder(stampFile, hash);
}
