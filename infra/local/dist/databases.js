import { Client } from 'pg';
/**
 * Makes roles and databases that do not exist yet and sets the passwords. Each database is closed to every other role.
 * Returns the connection string of each, by database name. The administrator needs CREATEDB and CREATEROLE.
 */
export async function createDatabases(adminUrl, owners) {
    const client = new Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
        for (const owner of owners)
            await createOne(client, owner);
    }
    finally {
        await client.end();
    }
    return Object.fromEntries(owners.map((owner) => [owner.name, databaseUrl(adminUrl, owner)]));
}
/** The connection string of a database on the administrator's server. */
export function databaseUrl(adminUrl, owner) {
    const url = new URL(adminUrl);
    url.username = encodeURIComponent(owner.role);
    url.password = encodeURIComponent(owner.password);
    url.pathname = `/${owner.name}`;
    return url.toString();
}
async function createOne(client, { name, role, password }) {
    const quotedRole = client.escapeIdentifier(role);
    const quotedName = client.escapeIdentifier(name);
    const roleExists = (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount !== 0;
    const verb = roleExists ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE ${quotedRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    const databaseExists = (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount !== 0;
    if (!databaseExists) {
        const [own] = (await client.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).rows;
        if (own?.rolsuper !== true)
            await client.query(`GRANT ${quotedRole} TO CURRENT_USER`);
        await client.query(`CREATE DATABASE ${quotedName} OWNER ${quotedRole}`);
    }
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${quotedName} FROM PUBLIC`);
}
//# sourceMappingURL=databases.js.map