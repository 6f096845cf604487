/**
 * Sessions, grants and refresh tokens of the development identity provider: a map, written to one file after
 * every change so that a restart signs nobody out.
 */
export declare class IdentityStore {
    private readonly file?;
    private readonly rows;
    private writing;
    /** @param file where to keep the rows; without it they live in memory only */
    constructor(file?: string | undefined);
    /** What `oidc-provider` asks for: one adapter per kind of record. */
    adapter(model: string): object;
    /** Writes what is still to be written. */
    close(): void;
    private find;
    private changed;
    private write;
}
//# sourceMappingURL=identity-provider-store.d.ts.map