export interface PostgresPrograms {
    readonly initdb: string;
    readonly postgres: string;
    readonly majorVersion: number;
    /** `PostgreSQL 18.4`. */
    readonly version: string;
}
/** PostgreSQL from the npm package of this platform, else one found on the machine. */
export declare function findPostgresPrograms(): Promise<PostgresPrograms>;
/** npm packages carry no symbolic links; the package lists them and its install script, which npm may not run, makes them. */
export declare function restoreLinks(root: string): Promise<void>;
//# sourceMappingURL=postgres-programs.d.ts.map