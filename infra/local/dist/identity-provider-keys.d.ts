/** What signs tokens and cookies. */
export interface IdentityKeys {
    readonly jwks: {
        readonly keys: readonly object[];
    };
    readonly cookieKeys: readonly string[];
}
/** The keys kept in `dataDir`, made on first use, so that tokens and sessions outlive a restart. */
export declare function identityKeys(dataDir?: string): IdentityKeys;
//# sourceMappingURL=identity-provider-keys.d.ts.map