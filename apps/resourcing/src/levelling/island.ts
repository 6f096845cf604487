import { parentPort } from 'node:worker_threads';
import { compileProblem, lowerBound, searchPlan } from '@meridian/levelling';
import { Incumbent } from './incumbent.js';
import type { IslandJob, IslandMessage } from './island-message.js';
import { ownCpuMs } from './thread-clock.js';

// A thread that searches one job after the other; it lives as long as the pool that started it.
parentPort?.on('message', (job: IslandJob) => search(job));

function search({ problem, objective, seed, forMs, clock, memory, boundForMs }: IslandJob): void {
  const now = clock === 'cpu' ? ownCpuMs : () => performance.now();
  const begun = now();
  const workedMs = () => now() - begun;
  const compiled = compileProblem(problem);
  const incumbent = new Incumbent(movableTasks(compiled.fixedStart), memory);
  if (boundForMs > 0) {
    const upper = Infinity;
    const bound = lowerBound(compiled, { upper, stop: () => incumbent.isStopped || workedMs() > boundForMs });
    tell({ kind: 'bound', lowerBound: bound, atMs: workedMs() });
  }
  const { schedules } = searchPlan(compiled, {
    objective,
    seed,
    forMs,
    lowerBound: -Infinity, // whoever knows the bound says stop
    stop: () => incumbent.isStopped || workedMs() > forMs,
    onImprove: ({ value, start, finish, order }) => {
      if (incumbent.meet(value, order) === undefined)
        tell({ kind: 'plan', plan: { value, start, finish }, atMs: workedMs() });
    },
    visitor: ({ value, order }) => incumbent.meet(value, order),
  });
  tell({ kind: 'end', schedules, workedMs: workedMs() });
}

function movableTasks(fixedStart: Int32Array): number {
  return fixedStart.reduce((count, start) => count + (start < 0 ? 1 : 0), 0);
}

function tell(message: IslandMessage): void {
  parentPort?.postMessage(message);
}
