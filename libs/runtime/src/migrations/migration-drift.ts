import { readFile } from 'node:fs/promises';
import { everything } from './engine-input.js';
import { withSchemaEngine } from './schema-engine.js';

export interface DriftQuestion {
  /** Connection string of a database to which the migrations were applied. */
  readonly url: string;
  /** Absolute path of `schema.prisma`. */
  readonly schemaFile: string;
  readonly schema?: string;
}

/**
 * The SQL that would turn the migrated database into what `schema.prisma` says, or `undefined` when they agree. Things
 * the Prisma schema cannot express (triggers, checks, partial indexes, functions) are not compared.
 */
export async function migrationDrift(question: DriftQuestion): Promise<string | undefined> {
  const { url, schemaFile, schema = 'public' } = question;
  const file = { path: schemaFile, content: await readFile(schemaFile, 'utf8') };
  const runScript = async (): Promise<void> => undefined;
  const { exitCode, stdout } = await withSchemaEngine({ url, schema, runScript }, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [file], configDir: '' },
      to: { tag: 'schemaDatamodel', files: [file] },
      script: true,
      exitCode: true,
      filters: everything,
    }),
  );
  return exitCode === 0 ? undefined : (stdout ?? 'They differ.');
}
