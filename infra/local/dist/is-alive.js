/** Whether a process with this number exists, ours or another user's. */
export function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (failure) {
        return failure.code === 'EPERM';
    }
}
//# sourceMappingURL=is-alive.js.map