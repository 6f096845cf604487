/**
 * The connection string of one PostgreSQL for a whole run of tests, started by whoever asks first. A keeper process
 * holds it, because test workers come and go, and ends it when the process `runPid` has ended.
 */
export declare function postgresOfTestRun(runPid: number): Promise<string>;
//# sourceMappingURL=test-postgres.d.ts.map