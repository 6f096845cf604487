import type { BusPasswords, BusUser } from './nats-configuration.js';
export interface NatsOptions {
    /** Holds the configuration and, below `jetstream`, the streams. */
    readonly storeDir: string;
    /** A free one when left out. */
    readonly port?: number;
    /** Random ones when left out. */
    readonly passwords?: BusPasswords;
    readonly logFile?: string;
}
export interface LocalNats {
    /** `nats://127.0.0.1:4222`, without a user. */
    readonly url: string;
    readonly port: number;
    /** `2.14.0`. */
    readonly version: string;
    readonly passwords: BusPasswords;
    readonly pid: number;
    /** Settles when the present server process ends, asked for or not. */
    readonly ended: Promise<string>;
    /** The connection string of a user. */
    urlOf(user: BusUser): string;
    tail(lines: number): string[];
    stop(): Promise<void>;
    /** SIGKILL. */
    kill(): Promise<void>;
    /** Starts it again on the same port and store, after `stop` or `kill`; a running one is stopped first. */
    restart(): Promise<void>;
    /** The disk of the broker is lost: killed, everything stored deleted, started again. */
    wipe(): Promise<void>;
    /** The process stands still; its connections stay open. */
    pause(): void;
    resume(): void;
}
/** Starts a real nats-server with JetStream and the users of infra/nats/accounts.conf, on 127.0.0.1. */
export declare function startNats(options: NatsOptions): Promise<LocalNats>;
//# sourceMappingURL=nats-server.d.ts.map