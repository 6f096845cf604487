import type { PostgresPrograms } from './postgres-programs.js';
import type { Account } from './unprivileged-account.js';
interface Cluster {
    readonly dataDir: string;
    readonly programs: PostgresPrograms;
    readonly account: Account | undefined;
    readonly administrator: string;
    readonly password: string | undefined;
}
/**
 * Makes the data folder on the first start; later it only checks that this PostgreSQL may use it. The folder is made
 * beside its place and moved there when complete, so a killed first start leaves nothing half made.
 */
export declare function prepareCluster(cluster: Cluster): Promise<void>;
export declare function adminPassword(dataDir: string): Promise<string>;
export {};
//# sourceMappingURL=postgres-cluster.d.ts.map