export { createDatabases, databaseUrl } from './databases.js';
export { freePort, isPortFree } from './free-port.js';
export { startPostgres } from './postgres.js';
export { startIdentityProvider } from './identity-provider.js';
export { findPerson, people } from './people.js';
export { refresh, signIn, signInForTokens } from './sign-in.js';
export { ACCOUNTS_FILE, BUS_USERS, passwordEnvironment, randomBusPasswords } from './nats-configuration.js';
export { startNats } from './nats-server.js';
export { postgresOfTestRun } from './test-postgres.js';
export { findNatsProgram } from './nats-program.js';
//# sourceMappingURL=index.js.map