import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { endWithThisProcess } from './orphan-guard.js';
const LINES_KEPT = 200;
/** Starts the server. Throws one sentence when the program cannot be started. */
export async function startServer(command) {
    const child = spawn(command.program, command.arguments, {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: command.environment ?? process.env,
        ...(command.folder === undefined ? {} : { cwd: command.folder }),
        ...(command.account === undefined ? {} : { uid: command.account.uid, gid: command.account.gid }),
    });
    await new Promise((spawned, failed) => {
        child.once('spawn', spawned);
        child.once('error', (reason) => failed(new Error(`${command.name} could not be started: ${reason.message}`)));
    });
    const pid = child.pid;
    const lines = collectLines([child.stdout, child.stderr], command.logFile);
    const guard = endWithThisProcess(pid, command.orphanSignal ?? 'SIGTERM');
    let isRunning = true;
    const ended = new Promise((settled) => {
        child.once('close', (code, signal) => settled(signal === null ? `exit code ${code}` : `signal ${signal}`));
        child.once('exit', () => {
            isRunning = false;
            guard.dismiss();
        });
    });
    const signal = (name) => void (isRunning && child.kill(name));
    return {
        pid,
        get isRunning() {
            return isRunning;
        },
        tail: (count) => lines.slice(-count),
        signal,
        ended,
        async end(name, patienceMs) {
            signal(name);
            signal('SIGCONT');
            const killer = setTimeout(() => signal('SIGKILL'), patienceMs);
            await ended;
            clearTimeout(killer);
        },
    };
}
function collectLines(streams, logFile) {
    const lines = [];
    const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
    let open = streams.length;
    for (const stream of streams) {
        let rest = '';
        stream.on('data', (chunk) => {
            log?.write(chunk);
            const parts = (rest + chunk.toString('utf8')).split('\n');
            rest = parts.pop() ?? '';
            lines.push(...parts.map((line) => line.trimEnd()));
            if (lines.length > LINES_KEPT)
                lines.splice(0, lines.length - LINES_KEPT);
        });
        stream.on('end', () => {
            if (rest !== '')
                lines.push(rest);
            open -= 1;
            if (open === 0)
                log?.end();
        });
    }
    return lines;
}
//# sourceMappingURL=server-process.js.map