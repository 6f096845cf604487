import type { CompiledProblem } from '../compiled-problem.js';

export interface HeadsAndTails {
  /** Earliest start of each task by links, releases and fixed work alone. */
  readonly head: Int32Array;
  /** Least time from each task's finish to the end of all work. */
  readonly tail: Int32Array;
  /** Longest path: no plan ends before. */
  readonly length: number;
}

/** The critical path, with capacity left aside (Kelley 1961). */
export function headsAndTails(problem: CompiledProblem): HeadsAndTails {
  const { size, duration, release, fixedStart, predecessors, successors, topological } = problem;
  const head = new Int32Array(size);
  const tail = new Int32Array(size);
  let length = 0;
  for (const task of topological) {
    const fixed = fixedStart[task] as number;
    let earliest = fixed >= 0 ? fixed : (release[task] as number);
    const end = predecessors.first[task + 1] as number;
    for (let at = predecessors.first[task] as number; at < end && fixed < 0; at += 1) {
      const start = head[predecessors.task[at] as number] as number;
      earliest = Math.max(earliest, start + (predecessors.weight[at] as number));
    }
    head[task] = earliest;
    length = Math.max(length, earliest + (duration[task] as number));
  }
  for (let place = size - 1; place >= 0; place -= 1) {
    const task = topological[place] as number;
    const end = successors.first[task + 1] as number;
    for (let at = successors.first[task] as number; at < end; at += 1) {
      const after = successors.task[at] as number;
      if ((fixedStart[after] as number) >= 0) continue;
      const fromStart =
        (successors.weight[at] as number) + (duration[after] as number) + (tail[after] as number);
      tail[task] = Math.max(tail[task] as number, fromStart - (duration[task] as number));
    }
  }
  return { head, tail, length };
}
