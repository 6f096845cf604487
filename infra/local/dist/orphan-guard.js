import { spawn } from 'node:child_process';
/**
 * Ends another process when this one is gone, even by `kill -9`: a small shell waits for the end of a pipe that only
 * this process holds open. Windows has no such shell; there a killed run leaves its servers behind.
 */
export function endWithThisProcess(pid, signal) {
    if (process.platform === 'win32')
        return { dismiss: () => undefined };
    const script = 'read -r _; kill -s "$1" "$2" 2>/dev/null';
    const shell = spawn('/bin/sh', ['-c', script, 'orphan-guard', signal.replace('SIG', ''), String(pid)], {
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    shell.on('error', () => undefined);
    shell.stdin.on('error', () => undefined);
    shell.unref();
    shell.stdin.unref();
    return { dismiss: () => void shell.kill('SIGKILL') };
}
//# sourceMappingURL=orphan-guard.js.map