import { headsAndTails } from './bounds/heads-and-tails.js';
import type { CompiledProblem } from './compiled-problem.js';

/** What Chuffed knows and the language does not: the constraint, and which of its reasonings are on. */
const DECLARED = [
  'predicate chuffed_cumulative(array [int] of var int: s, array [int] of int: d, array [int] of int: r, int: b);',
  'annotation tt_filt_on;',
  'annotation ttef_check_on;',
  'annotation ttef_filt_on;',
];

/**
 * "Which is the shortest plan that ends by `latestEnd`?" in FlatZinc for Chuffed. Written directly: compiling a
 * MiniZinc model takes longer than most proofs. Only for plain problems. `undefined` when links alone say that there is
 * none.
 */
export function writeFlatZinc(problem: CompiledProblem, latestEnd: number): string | undefined {
  const { size, duration, fixedStart, successors } = problem;
  const { head, tail, length } = headsAndTails(problem);
  if (length > latestEnd) return undefined;
  const declared = [...DECLARED];
  const constraints: string[] = [];
  for (let task = 0; task < size; task += 1) {
    const length = duration[task] as number;
    const isFixed = (fixedStart[task] as number) >= 0;
    const first = head[task] as number;
    const last = isFixed ? first : latestEnd - (tail[task] as number) - length;
    if (last < first) return undefined;
    declared.push(`var ${first}..${last}: s${task} :: output_var;`);
    constraints.push(`constraint int_lin_le([1,-1],[s${task},makespan],${-length});`);
    for (let at = successors.first[task] as number; at < (successors.first[task + 1] as number); at += 1) {
      const after = successors.task[at] as number;
      if (isFixed && (fixedStart[after] as number) >= 0) continue;
      constraints.push(
        `constraint int_lin_le([1,-1],[s${task},s${after}],${-(successors.weight[at] as number)});`,
      );
    }
  }
  declared.push(`var ${length}..${latestEnd}: makespan :: output_var;`);
  const starts = Array.from({ length: size }, (_, task) => `s${task}`).join(',');
  const search =
    `solve :: seq_search([int_search([${starts}],smallest,indomain_min,complete),` +
    'int_search([makespan],input_order,indomain_min,complete)]) minimize makespan;';
  return `${[...declared, ...constraints, ...cumulatives(problem, latestEnd), search].join('\n')}\n`;
}

/**
 * One constraint a pool, over the work that can move. What fixed work and times of lower capacity take away stands in it as
 * work of its own at a given place; where fixed work alone overdraws a pool, as all of it. A proof must not rest on that.
 */
function cumulatives({ problem, freeByPool, fixedStart }: CompiledProblem, latestEnd: number): string[] {
  return problem.pools.flatMap(({ id }, pool) => {
    const rows: Row[] = [];
    problem.tasks.forEach((task, index) => {
      const units = task.needs.reduce((sum, need) => sum + (need.poolId === id ? need.units : 0), 0);
      if (units > 0 && task.durationSlots > 0 && (fixedStart[index] as number) < 0)
        rows.push({ start: `s${index}`, duration: task.durationSlots, units });
    });
    if (rows.length === 0) return [];
    const free = freeByPool[pool] as Int32Array;
    const most = free.reduce((highest, units) => Math.max(highest, units), 0);
    rows.push(...takenAway(free, most, latestEnd));
    const list = (values: readonly (string | number)[]) => `[${values.join(',')}]`;
    return [
      `constraint chuffed_cumulative(${list(rows.map(({ start }) => start))},${list(rows.map((row) => row.duration))},` +
        `${list(rows.map(({ units }) => units))},${most}) :: tt_filt_on :: ttef_check_on :: ttef_filt_on;`,
    ];
  });
}

interface Row {
  readonly start: string;
  readonly duration: number;
  readonly units: number;
}

/** Stretches in which less than the most is free, up to the latest end; the last slot's value holds for ever. */
function takenAway(free: Int32Array, most: number, latestEnd: number): Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (let slot = 1; slot <= free.length; slot += 1) {
    if (slot < free.length && free[slot] === free[from]) continue;
    const until = slot === free.length ? Math.max(slot, latestEnd) : slot;
    const units = most - (free[from] as number);
    if (units > 0) rows.push({ start: String(from), duration: until - from, units });
    from = slot;
  }
  return rows;
}
