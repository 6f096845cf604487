export interface OrphanGuard {
    dismiss(): void;
}
/**
 * Ends another process when this one is gone, even by `kill -9`: a small shell waits for the end of a pipe that only
 * this process holds open. Windows has no such shell; there a killed run leaves its servers behind.
 */
export declare function endWithThisProcess(pid: number, signal: NodeJS.Signals): OrphanGuard;
//# sourceMappingURL=orphan-guard.d.ts.map