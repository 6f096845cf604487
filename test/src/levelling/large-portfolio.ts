import type { LevellingLink, LevellingProblem, LevellingTask, Pool } from '@meridian/levelling';

export interface PortfolioSize {
  readonly projects: number;
  readonly tasks: number;
  readonly pools: number;
  /** People of each pool: the same for all, or as many as are spread over them. */
  readonly people: number;
}

const LONGEST_TASK = 20;
const LAYERS = 10;
const LATEST_RELEASE = 200;
const SEED = 20_261_123;

/**
 * A portfolio of projects that share pools of people: each project a layered network (about ten layers deep, one to
 * three predecessors a task), tasks of 1 to 20 slots that ask one to three people of one or two pools. Always the same.
 */
export function largePortfolio({ projects, tasks, pools, people }: PortfolioSize): LevellingProblem {
  const draw = generator(SEED);
  const each = Math.floor(tasks / projects);
  const staffed = Array.from({ length: pools }, (_, index): Pool => ({
    id: `role-${index}`,
    capacity: Math.floor((people * (index + 1)) / pools) - Math.floor((people * index) / pools),
  }));
  const work: LevellingTask[] = [];
  const links: LevellingLink[] = [];
  for (let project = 0; project < projects; project += 1) {
    const release = draw(LATEST_RELEASE);
    const width = Math.max(1, Math.floor(each / LAYERS));
    for (let number = 0; number < each; number += 1) {
      const needs = new Map<number, number>();
      for (let asked = 1 + draw(2); asked > 0; asked -= 1) {
        const pool = draw(pools);
        needs.set(pool, 1 + draw(Math.min(3, staffed[pool]?.capacity ?? 1)));
      }
      work.push({
        id: `${project}.${number}`,
        projectId: `p${project}`,
        durationSlots: 1 + draw(LONGEST_TASK),
        release,
        needs: [...needs].map(([pool, units]) => ({ poolId: `role-${pool}`, units })),
      });
      const before = new Set<number>();
      for (let asked = 1 + draw(3); asked > 0 && number > width; asked -= 1)
        before.add(Math.max(0, number - 1 - width + draw(width) - draw(width)));
      for (const other of before) links.push({ from: `${project}.${other}`, to: `${project}.${number}` });
    }
  }
  return {
    tasks: work,
    links,
    pools: staffed,
    projects: Array.from({ length: projects }, (_, index) => ({ id: `p${index}` })),
  };
}

/** Whole numbers from 0 to below a bound: a linear congruential generator (Numerical Recipes), the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
