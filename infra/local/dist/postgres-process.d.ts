/**
 * A lock file stays behind when the server was killed. It is removed when no server works on the folder any more; one
 * that still does is stopped when `takeOver` is set, and refused otherwise.
 */
export declare function removeStaleLock(dataDir: string, takeOver: boolean): Promise<void>;
/** SIGKILL for the server and for every session of it, so that nothing holds the folder's shared memory. */
export declare function killWithChildren(pid: number): Promise<void>;
//# sourceMappingURL=postgres-process.d.ts.map