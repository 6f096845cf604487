import { checkProblem } from './check-problem.js';
import type { CompiledProblem } from './compiled-problem.js';
import { freeCapacity, packFreeCapacity } from './free-capacity.js';
import { layOutLinks } from './lay-out-links.js';
import { askedByPool, packNeeds, packPools } from './pack-pools.js';
import type { LevellingProblem } from './problem.js';

/**
 * Checks a problem and lays it out for the search; once per problem, whatever is asked of it afterwards.
 *
 * @throws Refusal `levelling/...` for ids that are unknown or twice, times that are no whole slots, links in a circle
 * and tasks that need more than their pool ever has.
 */
export function compileProblem(problem: LevellingProblem): CompiledProblem {
  checkProblem(problem);
  const size = problem.tasks.length;
  const duration = Int32Array.from(problem.tasks, ({ durationSlots }) => durationSlots);
  const release = Int32Array.from(problem.tasks, ({ release }) => release ?? 0);
  const fixedStart = Int32Array.from(problem.tasks, ({ fixedStart }) => fixedStart ?? -1);
  const links = layOutLinks(problem, duration);
  const asked = askedByPool(problem);
  const lanes = packPools(problem, asked);
  const free = freeCapacity(problem, asked);
  return {
    problem,
    size,
    duration,
    release,
    fixedStart,
    ...links,
    lanes,
    needs: packNeeds(problem, lanes),
    freeByPool: free,
    baseProfile: packFreeCapacity(free, lanes),
    horizon: horizonOf(problem),
    isPlain: problem.tasks.every(({ calendarId, roles }) => calendarId === undefined && !roles?.length),
  };
}

/** One task after the other, after the last thing that happens by the calendar. */
function horizonOf(problem: LevellingProblem): number {
  let work = 1;
  let latest = 0;
  for (const task of problem.tasks) {
    work += task.durationSlots;
    latest = Math.max(latest, task.release ?? 0, (task.fixedStart ?? 0) + task.durationSlots);
  }
  for (const { lagSlots } of problem.links) work += Math.max(0, lagSlots ?? 0);
  for (const { changes } of problem.pools) latest = Math.max(latest, changes?.at(-1)?.from ?? 0);
  for (const { closed } of problem.calendars ?? []) latest = Math.max(latest, closed.at(-1)?.to ?? 0);
  for (const { away } of problem.people ?? []) latest = Math.max(latest, away?.at(-1)?.to ?? 0);
  return latest + work;
}
