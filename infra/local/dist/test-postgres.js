import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './is-alive.js';
import { startPostgres } from './postgres.js';
const START_PATIENCE_MS = 60_000;
const WATCH_EVERY_MS = 500;
/**
 * The connection string of one PostgreSQL for a whole run of tests, started by whoever asks first. A keeper process
 * holds it, because test workers come and go, and ends it when the process `runPid` has ended.
 */
export async function postgresOfTestRun(runPid) {
    const folder = join(tmpdir(), `meridian-test-run-${runPid}`);
    await mkdir(folder, { recursive: true });
    const deadline = Date.now() + START_PATIENCE_MS;
    while (Date.now() < deadline) {
        const keeper = await readKeeper(folder);
        if (keeper?.failure !== undefined)
            throw new Error(keeper.failure);
        if (keeper?.url !== undefined && isAlive(keeper.pid))
            return keeper.url;
        if (keeper !== undefined)
            await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        if (await isFirst(folder))
            startKeeper(runPid, folder);
        await new Promise((wait) => setTimeout(wait, 25));
    }
    throw new Error(`No PostgreSQL for the tests after ${START_PATIENCE_MS / 1000} s; see ${folder}.`);
}
/** What the keeper process does, from start to end. */
async function keep(runPid, folder) {
    try {
        const postgres = await startPostgres({
            dataDir: join(folder, 'postgres'),
            logFile: join(folder, 'postgres.log'),
        });
        await writeKeeper(folder, { pid: process.pid, url: postgres.url });
        while (isAlive(runPid))
            await new Promise((wait) => setTimeout(wait, WATCH_EVERY_MS));
        await postgres.stop('immediate');
        await rm(folder, { recursive: true, force: true });
    }
    catch (failure) {
        await writeKeeper(folder, {
            pid: process.pid,
            failure: failure instanceof Error ? failure.message : String(failure),
        });
    }
}
function startKeeper(runPid, folder) {
    const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url), String(runPid), folder], {
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, NODE_OPTIONS: '' },
    });
    keeper.unref();
}
async function isFirst(folder) {
    const lock = await open(join(folder, 'claimed'), 'wx').catch(() => undefined);
    await lock?.close();
    return lock !== undefined;
}
async function readKeeper(folder) {
    const text = await readFile(join(folder, 'keeper.json'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : JSON.parse(text);
}
async function writeKeeper(folder, keeper) {
    const path = join(folder, 'keeper.json');
    await writeFile(`${path}.new`, JSON.stringify(keeper), { mode: 0o600 });
    await rename(`${path}.new`, path);
}
if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await keep(Number(process.argv[2]), String(process.argv[3]));
}
//# sourceMappingURL=test-postgres.js.map