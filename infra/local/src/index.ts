export { createDatabases, databaseUrl } from './databases.js';
export type { DatabaseOwner } from './databases.js';
export { freePort, isPortFree } from './free-port.js';
export { startPostgres } from './postgres.js';
export type { LocalPostgres, PostgresOptions } from './postgres.js';
