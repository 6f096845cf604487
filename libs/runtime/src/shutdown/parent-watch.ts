const INTERVAL_MS = 2_000;

/** Tells when the process with this id is gone, for children that must not outlive a killed launcher. */
export function watchParent(pid: number | undefined, onGone: () => void): void {
  if (pid === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL_MS);
  timer.unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
