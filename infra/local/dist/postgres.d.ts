export interface PostgresOptions {
    /** The server's own folder; made on the first start. */
    readonly dataDir: string;
    /** A free one when left out. */
    readonly port?: number;
    /** Set at the first start. Left out, a random one is made and kept in the data folder. */
    readonly password?: string;
    /** False: commits do not wait for the disk. Only for figures, never where something is proved. Default true. */
    readonly durable?: boolean;
    /** A server left over on this folder by a killed run is stopped first, instead of refused. */
    readonly takeOver?: boolean;
    readonly logFile?: string;
}
export interface LocalPostgres {
    /** Connection string of the administrator `meridian`, database `postgres`. */
    readonly url: string;
    readonly port: number;
    /** `PostgreSQL 18.4`. */
    readonly version: string;
    readonly pid: number;
    /** Settles when the present server process ends, asked for or not. */
    readonly ended: Promise<string>;
    tail(lines: number): string[];
    /** `fast` ends sessions and writes everything down; `immediate` leaves recovery to the next start. Default fast. */
    stop(mode?: 'fast' | 'immediate'): Promise<void>;
    /** As a power cut of the processes: the server and its sessions get SIGKILL. */
    kill(): Promise<void>;
    /** Starts it again on the same port and folder, after `stop` or `kill`; a running one is stopped first. */
    restart(): Promise<void>;
}
/** Starts a real PostgreSQL on 127.0.0.1. Throws one sentence that names what was found and what to do. */
export declare function startPostgres(options: PostgresOptions): Promise<LocalPostgres>;
//# sourceMappingURL=postgres.d.ts.map