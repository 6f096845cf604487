import { availableParallelism, loadavg, totalmem } from 'node:os';

/** What the figures of a run have to be seen against. */
export function thisMachine() {
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
