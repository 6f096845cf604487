export interface Account {
    readonly name: string;
    readonly uid: number;
    readonly gid: number;
}
export interface Launch {
    readonly program: string;
    readonly arguments: readonly string[];
    readonly account?: Account;
}
/**
 * The account for a server that refuses to run as root: the owner of the folder when somebody else made it, else
 * `postgres`, else `nobody`. Undefined when this process is not root and needs none.
 */
export declare function unprivilegedAccount(folder: string): Promise<Account | undefined>;
/**
 * How to start a program under the account. A folder that the account may not enter (a clone below /root) is opened by
 * one capability, to read and search, which `setpriv` hands over.
 */
export declare function underAccount(account: Account | undefined, program: string, args: readonly string[], paths: readonly string[]): Promise<Launch>;
//# sourceMappingURL=unprivileged-account.d.ts.map