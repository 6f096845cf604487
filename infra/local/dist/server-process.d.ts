import type { Account } from './unprivileged-account.js';
export interface ServerCommand {
    /** Called so in messages, for example `PostgreSQL`. */
    readonly name: string;
    readonly program: string;
    readonly arguments: readonly string[];
    readonly environment?: NodeJS.ProcessEnv;
    readonly folder?: string;
    /** The account to run under; this process's own when left out. */
    readonly account?: Account;
    /** Everything the server prints is appended to this file. */
    readonly logFile?: string;
    /** What the server gets when this process is gone, however it went. Default SIGTERM. */
    readonly orphanSignal?: NodeJS.Signals;
}
/** A server of ours in a process group of its own, so that Ctrl-C reaches us and we decide the order of stopping. */
export interface ServerProcess {
    readonly pid: number;
    readonly isRunning: boolean;
    /** The last lines it printed, oldest first; at most 200 are kept. */
    tail(lines: number): string[];
    signal(signal: NodeJS.Signals): void;
    /** Settles when the process has ended: `exit code 1` or `signal SIGKILL`. */
    readonly ended: Promise<string>;
    /** Sends the signal and waits for the end; after the patience it is killed. */
    end(signal: NodeJS.Signals, patienceMs: number): Promise<void>;
}
/** Starts the server. Throws one sentence when the program cannot be started. */
export declare function startServer(command: ServerCommand): Promise<ServerProcess>;
//# sourceMappingURL=server-process.d.ts.map