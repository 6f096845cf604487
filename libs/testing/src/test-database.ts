import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabases, databaseUrl } from '@meridian/local';
import { applyMigrations } from '@meridian/runtime';
import { Client } from 'pg';
import { testPostgres } from './test-backend.js';

export interface TestDatabase {
  /** Connection string of the owner, who is no superuser. */
  readonly url: string;
  readonly name: string;
  /** Connection string of the server's administrator, to this same database. */
  readonly adminUrl: string;
  /** Ends every session and deletes the database. */
  drop(): Promise<void>;
}

interface Migrations {
  readonly folder: string;
  readonly schema: string;
}

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const PASSWORD = 'only-for-tests';

/**
 * A database with the tables of a service (`budgeting`) and of the bus, for one test file. It is a copy of a template
 * that is migrated once for as long as no migration changes. `bus` has the tables of the bus only.
 */
export async function testDatabase(service: string): Promise<TestDatabase> {
  const admin = await testPostgres();
  const migrations = await migrationsOf(service);
  const template = `template_${service}_${await fingerprint(migrations)}`;
  return asAdministrator(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (exists.rowCount === 0) await makeTemplate(client, { admin, service, template, migrations });
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
    return copyOf(client, admin, service, template);
  });
}

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const admin = await testPostgres();
  return asAdministrator(admin, async (client) => {
    await ensureOwner(client, 'empty');
    return copyOf(client, admin, 'empty', 'template1');
  });
}

async function migrationsOf(service: string): Promise<Migrations[]> {
  const bus = { folder: join(REPOSITORY, 'libs/bus/migrations'), schema: 'bus' };
  const own = { folder: join(REPOSITORY, 'apps', service, 'prisma/migrations'), schema: 'public' };
  const wanted = service === 'bus' ? [bus] : [bus, own];
  for (const { folder } of wanted) {
    if (
      !(await stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      ))
    ) {
      throw new Error(`There are no migrations for ${service}: the folder ${folder} is missing.`);
    }
  }
  return wanted;
}

/** Changes with any name or content below the folders. */
async function fingerprint(migrations: readonly Migrations[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { folder } of migrations) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

interface Template {
  readonly admin: string;
  readonly service: string;
  readonly template: string;
  readonly migrations: readonly Migrations[];
}

/** Made under another name and renamed when complete, so that a killed run leaves no half template. */
async function makeTemplate(
  client: Client,
  { admin, service, template, migrations }: Template,
): Promise<void> {
  const unfinished = `unfinished_${template}`;
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(unfinished)} WITH (FORCE)`);
  const owner = { name: unfinished, role: ownerRole(service), password: PASSWORD };
  await createDatabases(admin, [owner]);
  for (const migration of migrations) await applyMigrations({ url: databaseUrl(admin, owner), ...migration });
  await client.query(
    `ALTER DATABASE ${client.escapeIdentifier(unfinished)} RENAME TO ${client.escapeIdentifier(template)}`,
  );
}

async function copyOf(
  client: Client,
  admin: string,
  service: string,
  template: string,
): Promise<TestDatabase> {
  const role = ownerRole(service);
  const name = `${role}_${randomBytes(6).toString('hex')}`;
  const quoted = client.escapeIdentifier(name);
  await client.query(
    `CREATE DATABASE ${quoted} TEMPLATE ${client.escapeIdentifier(template)} OWNER ${client.escapeIdentifier(role)}`,
  );
  const adminUrl = new URL(admin);
  adminUrl.pathname = `/${name}`;
  return {
    name,
    url: databaseUrl(admin, { name, role, password: PASSWORD }),
    adminUrl: adminUrl.toString(),
    drop: () =>
      asAdministrator(admin, async (again) => {
        await again.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
      }),
  };
}

function ownerRole(service: string): string {
  return `test_${service}`;
}

async function ensureOwner(client: Client, service: string): Promise<void> {
  const role = ownerRole(service);
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [role]);
  const exists = (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount !== 0;
  if (!exists)
    await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD '${PASSWORD}'`);
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [role]);
}

async function asAdministrator<T>(admin: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: admin });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
