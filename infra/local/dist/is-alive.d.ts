/** Whether a process with this number exists, ours or another user's. */
export declare function isAlive(pid: number): boolean;
//# sourceMappingURL=is-alive.d.ts.map