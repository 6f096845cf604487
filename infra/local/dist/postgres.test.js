import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDatabases } from './databases.js';
import { startPostgres } from './postgres.js';
let folder;
let dataDir;
let postgres;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meridian-postgres-'));
    dataDir = join(folder, 'data');
    postgres = await startPostgres({ dataDir });
});
afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
});
async function ask(url, sql) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
        return (await client.query(sql)).rows;
    }
    finally {
        await client.end();
    }
}
test('what was committed is still there after the server was killed', async () => {
    await ask(postgres.url, 'CREATE TABLE ledger AS SELECT 42 AS amount');
    const { pid, port } = postgres;
    await postgres.kill();
    await expect(ask(postgres.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    await postgres.restart();
    expect(postgres.pid).not.toBe(pid);
    expect(postgres.port).toBe(port);
    expect(await ask(postgres.url, 'SELECT amount FROM ledger')).toEqual([{ amount: 42 }]);
});
test('a commit waits for the disk', async () => {
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'max_connections'];
    const settings = await Promise.all(names.map((name) => ask(postgres.url, `SHOW ${name}`)));
    expect(Object.assign({}, ...settings.flat())).toEqual({
        fsync: 'on',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        max_connections: '300',
    });
});
test('text is ordered and folded the same on every machine', async () => {
    expect(await ask(postgres.url, `SELECT lower('ÄÉÑ') AS lower, 'Z' < 'a' AS by_code_point`)).toEqual([
        { lower: 'äéñ', by_code_point: true },
    ]);
});
test('a second server on the same folder is refused with the way out, unless it takes over', async () => {
    await expect(startPostgres({ dataDir })).rejects.toThrow(`kill -INT ${postgres.pid}`);
    const successor = await startPostgres({ dataDir, takeOver: true });
    expect(await ask(successor.url, 'SELECT amount FROM ledger')).toEqual([{ amount: 42 }]);
    await successor.stop();
    await postgres.restart();
});
test('a lock file whose number belongs to somebody else by now does not stop the start', async () => {
    await postgres.kill();
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
    await postgres.restart();
    expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
test('a data folder of another major version is told in one sentence', async () => {
    const older = join(folder, 'older');
    await mkdir(older);
    await writeFile(join(older, 'PG_VERSION'), '9\n');
    await expect(startPostgres({ dataDir: older })).rejects.toThrow(/older was made by PostgreSQL 9; this is PostgreSQL \d+/);
});
test('a folder that holds something else is left alone', async () => {
    const letters = join(folder, 'letters');
    await mkdir(letters);
    await writeFile(join(letters, 'dear-anna.txt'), 'Hello');
    await expect(startPostgres({ dataDir: letters })).rejects.toThrow(/is not empty and is no PostgreSQL data folder/);
    expect(await readFile(join(letters, 'dear-anna.txt'), 'utf8')).toBe('Hello');
});
test('a taken port is told, with the lines of the server', async () => {
    const other = join(folder, 'other');
    await expect(startPostgres({ dataDir: other, port: postgres.port })).rejects.toThrow(/Address already in use/);
});
test('nobody but its owner reads the data folder', async () => {
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
});
test('a database is open to its own role and to no other', async () => {
    const owners = ['projects', 'budgeting'].map((name) => ({ name, role: name, password: `${name}-pass` }));
    const urls = await createDatabases(postgres.url, owners);
    await ask(urls['projects'] ?? '', 'CREATE TABLE project (id int)');
    expect(await ask(urls['projects'] ?? '', 'SELECT current_user AS who')).toEqual([{ who: 'projects' }]);
    const trespass = (urls['projects'] ?? '').replace(/\/projects$/, '/budgeting');
    await expect(ask(trespass, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    await expect(ask((urls['projects'] ?? '').replace('projects-pass', 'guess'), 'SELECT 1')).rejects.toThrow(/password/);
});
test('making the databases again keeps what is in them and takes the new password', async () => {
    const again = { name: 'projects', role: 'projects', password: 'another' };
    const urls = await createDatabases(postgres.url, [again]);
    expect(await ask(urls['projects'] ?? '', 'SELECT * FROM project')).toEqual([]);
});
test('an administrator without superuser rights makes databases too', async () => {
    await ask(postgres.url, `CREATE ROLE landlord LOGIN CREATEDB CREATEROLE PASSWORD 'keys'`);
    const landlord = new URL(postgres.url);
    landlord.username = 'landlord';
    landlord.password = 'keys';
    const urls = await createDatabases(landlord.toString(), [
        { name: 'flat', role: 'tenant', password: 'home' },
    ]);
    expect(await ask(urls['flat'] ?? '', 'SELECT current_user AS who')).toEqual([{ who: 'tenant' }]);
});
//# sourceMappingURL=postgres.test.js.map