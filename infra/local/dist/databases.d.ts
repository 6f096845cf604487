export interface DatabaseOwner {
    /** Name of the database. */
    readonly name: string;
    /** The one role that may open it; it owns it. */
    readonly role: string;
    readonly password: string;
}
/**
 * Makes roles and databases that do not exist yet and sets the passwords. Each database is closed to every other role.
 * Returns the connection string of each, by database name. The administrator needs CREATEDB and CREATEROLE.
 */
export declare function createDatabases(adminUrl: string, owners: readonly DatabaseOwner[]): Promise<Record<string, string>>;
/** The connection string of a database on the administrator's server. */
export declare function databaseUrl(adminUrl: string, owner: DatabaseOwner): string;
//# sourceMappingURL=databases.d.ts.map