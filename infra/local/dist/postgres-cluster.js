import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { underAccount } from './unprivileged-account.js';
/** Where a random administrator password lies, inside the data folder. */
const PASSWORD_FILE = 'meridian-password';
/**
 * Makes the data folder on the first start; later it only checks that this PostgreSQL may use it. The folder is made
 * beside its place and moved there when complete, so a killed first start leaves nothing half made.
 */
export async function prepareCluster(cluster) {
    const { dataDir, programs } = cluster;
    const made = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(missing);
    if (made === undefined) {
        await createCluster(cluster);
    }
    else if (Number.parseInt(made, 10) !== programs.majorVersion) {
        throw new Error(`The data folder ${dataDir} was made by PostgreSQL ${made.trim()}; this is ${programs.version}. Start with --reset to make it anew, or keep using PostgreSQL ${made.trim()} through DATABASE_URL.`);
    }
    else {
        await refuseForeignOwner(dataDir, cluster.account);
    }
}
export async function adminPassword(dataDir) {
    return (await readFile(join(dataDir, PASSWORD_FILE), 'utf8')).trim();
}
async function createCluster(cluster) {
    const { dataDir, programs, account } = cluster;
    await refuseOtherContents(dataDir);
    const unfinished = `${dataDir}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const data = join(unfinished, 'data');
    const passwordFile = join(unfinished, PASSWORD_FILE);
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, `${cluster.password ?? randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (account !== undefined) {
        for (const path of [unfinished, data, passwordFile])
            await chown(path, account.uid, account.gid);
    }
    const args = ['-D', data, '-U', cluster.administrator, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const launch = await underAccount(account, programs.initdb, [...args, ...locale(programs)], [data]);
    await promisify(execFile)(launch.program, launch.arguments, {
        cwd: '/',
        ...(launch.account === undefined ? {} : { uid: launch.account.uid, gid: launch.account.gid }),
    });
    await rename(passwordFile, join(data, PASSWORD_FILE));
    await rm(dataDir, { recursive: true, force: true });
    await rename(data, dataDir);
    await rm(unfinished, { recursive: true, force: true });
}
/** The same order of text on every machine: by code point, with upper and lower case of all of Unicode. */
function locale(programs) {
    const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    return ['--encoding=UTF8', ...(programs.majorVersion >= 17 ? builtin : ['--locale=C.UTF-8'])];
}
async function refuseOtherContents(dataDir) {
    const contents = await readdir(dataDir).catch(() => []);
    if (contents.length > 0) {
        throw new Error(`The folder ${dataDir} is not empty and is no PostgreSQL data folder. Name another, or empty it.`);
    }
}
async function refuseForeignOwner(dataDir, account) {
    const { uid } = await stat(dataDir);
    const mine = account?.uid ?? process.getuid?.() ?? uid;
    if (uid !== mine) {
        throw new Error(`The data folder ${dataDir} belongs to user number ${uid}, and PostgreSQL would run as user number ${mine}. Start as the user who made it, or start with --reset.`);
    }
    await chmod(dataDir, 0o700);
}
async function missing(failure) {
    if (failure.code !== 'ENOENT')
        throw failure;
    return undefined;
}
//# sourceMappingURL=postgres-cluster.js.map