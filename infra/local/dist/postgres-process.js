import { execFile } from 'node:child_process';
import { readFile, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './is-alive.js';
const END_PATIENCE_MS = 20_000;
/**
 * A lock file stays behind when the server was killed. It is removed when no server works on the folder any more; one
 * that still does is stopped when `takeOver` is set, and refused otherwise.
 */
export async function removeStaleLock(dataDir, takeOver) {
    const lockFile = join(dataDir, 'postmaster.pid');
    const pid = Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10);
    if (!Number.isInteger(pid))
        return;
    if (await worksOn(pid, dataDir)) {
        if (!takeOver) {
            throw new Error(`PostgreSQL (pid ${pid}) already runs on ${dataDir}. Use that one through DATABASE_URL, or stop it with: kill -INT ${pid}`);
        }
        signal(pid, 'SIGINT');
        if (!(await untilGone(pid, END_PATIENCE_MS)))
            await killWithChildren(pid);
    }
    await rm(lockFile, { force: true });
}
/** SIGKILL for the server and for every session of it, so that nothing holds the folder's shared memory. */
export async function killWithChildren(pid) {
    signal(pid, 'SIGSTOP');
    const children = await childrenOf(pid);
    for (const process of [pid, ...children])
        signal(process, 'SIGKILL');
    for (const child of children)
        await untilGone(child, END_PATIENCE_MS);
}
/** Numbers are given out again: only a process that looks like a server of this folder counts. */
async function worksOn(pid, dataDir) {
    if (!isAlive(pid))
        return false;
    if (process.platform === 'linux') {
        const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
        return folder === (await realpath(dataDir));
    }
    const command = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
        stdout: '',
    }));
    return command.stdout.includes('postgres') && command.stdout.includes(dataDir);
}
async function childrenOf(pid) {
    if (process.platform !== 'linux') {
        const listed = await promisify(execFile)('pgrep', ['-P', String(pid)]).catch(() => ({ stdout: '' }));
        return listed.stdout
            .split('\n')
            .filter((line) => line !== '')
            .map(Number);
    }
    const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const parents = await Promise.all(numbers.map((number) => parentOf(Number(number))));
    return numbers.map(Number).filter((_, index) => parents[index] === pid);
}
async function parentOf(pid) {
    return Number((await processState(pid))[1]);
}
/** Dead already; only its parent has not asked how it ended. */
async function isZombie(pid) {
    return (await processState(pid))[0] === 'Z';
}
/** On Linux: state letter, parent, and so on; elsewhere nothing. */
async function processState(pid) {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return line
        .slice(line.lastIndexOf(')') + 1)
        .trim()
        .split(' ');
}
async function untilGone(pid, patienceMs) {
    const deadline = Date.now() + patienceMs;
    while (isAlive(pid) && !(await isZombie(pid))) {
        if (Date.now() > deadline)
            return false;
        await new Promise((wait) => setTimeout(wait, 10));
    }
    return true;
}
function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch (failure) {
        if (failure.code !== 'ESRCH')
            throw failure;
    }
}
//# sourceMappingURL=postgres-process.js.map