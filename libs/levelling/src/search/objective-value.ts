import type { CompiledProblem } from '../compiled-problem.js';
import type { LevellingProblem, Objective } from '../problem.js';

/** What a schedule is worth: the smaller, the better. */
export type Valuation = (start: Int32Array, finish: Int32Array) => number;

/** Slots late, weighed, count this much before a slot of finish: the finish only decides between equals. */
const BEFORE_FINISH = 1_000_000;

/**
 * `finish` and `smooth-load` ask for the earliest end of all work (smoothing then moves within it); `lateness` for the
 * least weighted lateness of tasks and projects; `cost` for the least cost of running projects and of being late. The
 * end of all work decides between equals.
 */
export function valuationOf(compiled: CompiledProblem, objective: Objective): Valuation {
  if (objective === 'finish' || objective === 'smooth-load') return lastFinish;
  const lateness = weightedLateness(compiled);
  if (objective === 'lateness')
    return (start, finish) => BEFORE_FINISH * lateness(start, finish) + lastFinish(start, finish);
  const running = runningCost(compiled);
  return (start, finish) =>
    BEFORE_FINISH * (lateness(start, finish) + running(start, finish)) + lastFinish(start, finish);
}

export function lastFinish(_start: Int32Array, finish: Int32Array): number {
  let last = 0;
  for (let task = 0; task < finish.length; task += 1)
    if ((finish[task] as number) > last) last = finish[task] as number;
  return last;
}

/** Weight times slots after the due date, of tasks and of projects (whose finish is that of their last task). */
export function weightedLateness({ problem }: CompiledProblem): Valuation {
  const due = problem.tasks.flatMap(({ due, weight = 1 }, task) =>
    due === undefined ? [] : [{ task, due, weight }],
  );
  const projects = tasksByProject(problem).filter(({ project }) => project.due !== undefined);
  return (_start, finish) => {
    let sum = 0;
    for (const { task, due: by, weight } of due) sum += weight * Math.max(0, (finish[task] as number) - by);
    for (const { project, tasks } of projects) {
      let last = 0;
      for (const task of tasks) last = Math.max(last, finish[task] as number);
      sum += (project.weight ?? 1) * Math.max(0, last - (project.due as number));
    }
    return sum;
  };
}

/** Cost of each project in the slots between its first start and its last finish. */
export function runningCost({ problem }: CompiledProblem): Valuation {
  const projects = tasksByProject(problem).filter(({ project }) => (project.costPerSlot ?? 0) > 0);
  return (start, finish) =>
    projects.reduce((sum, { project, tasks }) => {
      let first = Infinity;
      let last = 0;
      for (const task of tasks) {
        first = Math.min(first, start[task] as number);
        last = Math.max(last, finish[task] as number);
      }
      return sum + (project.costPerSlot ?? 0) * (last - first);
    }, 0);
}

function tasksByProject({ tasks, projects = [] }: LevellingProblem) {
  const byId = new Map(projects.map((project) => [project.id, { project, tasks: [] as number[] }]));
  tasks.forEach(({ projectId }, task) => byId.get(projectId ?? '')?.tasks.push(task));
  return [...byId.values()].filter((of) => of.tasks.length > 0);
}
