import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
/**
 * The account for a server that refuses to run as root: the owner of the folder when somebody else made it, else
 * `postgres`, else `nobody`. Undefined when this process is not root and needs none.
 */
export async function unprivilegedAccount(folder) {
    if (process.getuid?.() !== 0)
        return undefined;
    const accounts = await knownAccounts();
    const owner = await stat(folder).then(({ uid }) => uid, () => 0);
    const account = accounts.find(({ uid }) => uid !== 0 && uid === owner) ??
        accounts.find(({ name }) => name === 'postgres') ??
        accounts.find(({ name }) => name === 'nobody');
    if (account === undefined) {
        throw new Error('PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`. Start as another user, or set DATABASE_URL to a server of yours.');
    }
    return account;
}
/**
 * How to start a program under the account. A folder that the account may not enter (a clone below /root) is opened by
 * one capability, to read and search, which `setpriv` hands over.
 */
export async function underAccount(account, program, args, paths) {
    if (account === undefined)
        return { program, arguments: args };
    const closed = await firstClosedFolder([program, ...paths], account);
    if (closed === undefined)
        return { program, arguments: args, account };
    const setpriv = await firstExisting(['/usr/bin/setpriv', '/bin/setpriv', '/sbin/setpriv']);
    const capability = await searchCapability();
    if (setpriv === undefined || capability === undefined) {
        throw new Error(`PostgreSQL does not run as root, and the user ${account.name} may not enter ${closed}. Start as another user, allow it with chmod o+x ${closed}, or set DATABASE_URL to a server of yours.`);
    }
    const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
    const rights = [`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`];
    return { program: setpriv, arguments: [...identity, ...rights, program, ...args] };
}
async function knownAccounts() {
    const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
    return lines.flatMap((line) => {
        const [name = '', , uid = '', gid = ''] = line.split(':');
        return name === '' || uid === '' ? [] : [{ name, uid: Number(uid), gid: Number(gid) }];
    });
}
async function firstClosedFolder(paths, account) {
    for (const path of paths) {
        for (let folder = dirname(path);; folder = dirname(folder)) {
            const found = await stat(folder).catch(() => undefined);
            if (found !== undefined && !maySearch(found, account))
                return folder;
            if (folder === dirname(folder))
                break;
        }
    }
    return undefined;
}
function maySearch(folder, account) {
    if (folder.uid === account.uid)
        return (folder.mode & 0o100) !== 0;
    if (folder.gid === account.gid)
        return (folder.mode & 0o010) !== 0;
    return (folder.mode & 0o001) !== 0;
}
/** Containers usually keep the wider right (override) and lose the narrow one. */
async function searchCapability() {
    const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
    const permitted = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
    if ((permitted & 4n) !== 0n)
        return 'dac_read_search';
    return (permitted & 2n) !== 0n ? 'dac_override' : undefined;
}
async function firstExisting(paths) {
    for (const path of paths) {
        if (await access(path, constants.X_OK).then(() => true, () => false))
            return path;
    }
    return undefined;
}
//# sourceMappingURL=unprivileged-account.js.map