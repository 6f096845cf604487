export interface IdentityProviderOptions {
    /** TCP port on 127.0.0.1; 0 takes a free one. */
    readonly port: number;
    /** Default `http://127.0.0.1:<port>`. */
    readonly issuer?: string;
    /** Where the browser application may be sent after sign-in. */
    readonly redirectUris: readonly string[];
    /** Keeps keys and sessions across restarts; without it they end with the process. */
    readonly dataDir?: string;
}
export interface IdentityProvider {
    readonly issuer: string;
    stop(): Promise<void>;
}
/**
 * A real OpenID provider for development and tests: authorization code with PKCE, ES256 access tokens of 15 minutes
 * for the audience `meridian`, rotating refresh tokens whose reuse revokes the whole family. It knows `people`.
 */
export declare function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider>;
//# sourceMappingURL=identity-provider.d.ts.map