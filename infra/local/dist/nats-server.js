import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { natsConfiguration, passwordEnvironment, randomBusPasswords } from './nats-configuration.js';
import { findNatsProgram } from './nats-program.js';
import { startServer } from './server-process.js';
const START_PATIENCE_MS = 30_000;
const STOP_PATIENCE_MS = 15_000;
/** Starts a real nats-server with JetStream and the users of infra/nats/accounts.conf, on 127.0.0.1. */
export async function startNats(options) {
    const program = await findNatsProgram();
    await mkdir(options.storeDir, { recursive: true });
    const folder = await realpath(options.storeDir);
    const storeDir = join(folder, 'jetstream');
    const configFile = join(folder, 'nats-server.conf');
    const passwords = options.passwords ?? randomBusPasswords();
    const launch = async (port) => {
        await writeFile(configFile, natsConfiguration({ program, folder, storeDir, port }), { mode: 0o600 });
        const server = await startServer({
            name: 'nats-server',
            program: program.path,
            arguments: ['--config', configFile],
            environment: { ...process.env, ...passwordEnvironment(passwords) },
            logFile: options.logFile,
        });
        await untilReady(server);
        return server;
    };
    let server = await launch(options.port ?? -1);
    const port = listeningPort(server);
    const restart = async () => {
        await server.end('SIGTERM', STOP_PATIENCE_MS);
        server = await launch(port);
    };
    const kill = () => server.end('SIGKILL', STOP_PATIENCE_MS);
    return {
        url: `nats://127.0.0.1:${port}`,
        port,
        version: program.version,
        passwords,
        get pid() {
            return server.pid;
        },
        get ended() {
            return server.ended;
        },
        urlOf: (user) => `nats://${user}:${passwords[user]}@127.0.0.1:${port}`,
        tail: (lines) => server.tail(lines),
        stop: () => server.end('SIGTERM', STOP_PATIENCE_MS),
        kill,
        restart,
        async wipe() {
            await kill();
            await rm(storeDir, { recursive: true, force: true });
            await restart();
        },
        pause: () => server.signal('SIGSTOP'),
        resume: () => server.signal('SIGCONT'),
    };
}
async function untilReady(server) {
    const deadline = Date.now() + START_PATIENCE_MS;
    while (server.isRunning && Date.now() < deadline) {
        if (server.tail(50).some((line) => line.includes('Server is ready')))
            return;
        await new Promise((wait) => setTimeout(wait, 5));
    }
    const state = server.isRunning
        ? `is not ready after ${START_PATIENCE_MS / 1000} s`
        : `ended: ${await server.ended}`;
    await server.end('SIGKILL', STOP_PATIENCE_MS);
    throw new Error(`nats-server ${state}. Its last lines:\n  ${server.tail(15).join('\n  ')}`);
}
function listeningPort(server) {
    const line = server.tail(50).find((text) => text.includes('Listening for client connections on'));
    return Number(/:(\d+)\s*$/.exec(line ?? '')?.[1]);
}
//# sourceMappingURL=nats-server.js.map