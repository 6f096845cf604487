import type { NatsProgram } from './nats-program.js';
/** Everybody in infra/nats/accounts.conf. */
export declare const BUS_USERS: readonly ["projects", "budgeting", "resourcing", "quality", "governance", "reporting", "connectors", "gateway", "operator"];
export type BusUser = (typeof BUS_USERS)[number];
export type BusPasswords = Readonly<Record<BusUser, string>>;
/** Where the permissions of the users stand. */
export declare const ACCOUNTS_FILE: string;
/** Random passwords; each begins with a letter, because nats-server reads a leading digit as a number. */
export declare function randomBusPasswords(): BusPasswords;
/** The environment in which accounts.conf finds its passwords. */
export declare function passwordEnvironment(passwords: BusPasswords): Record<string, string>;
export interface NatsSettings {
    readonly program: NatsProgram;
    /** Absolute folder the configuration file lies in: nats-server reads includes relative to it. */
    readonly folder: string;
    readonly storeDir: string;
    /** -1: a free one. */
    readonly port: number;
}
/** A message that is acknowledged is on the disk: `sync_interval: always` (nats-server 2.10 and later know it). */
export declare function natsConfiguration({ program, folder, storeDir, port }: NatsSettings): string;
//# sourceMappingURL=nats-configuration.d.ts.map