import { executionPoints } from './dcma-execution.js';
import { structurePoints } from './dcma-structure.js';
import type { Figure } from './figure.js';
import { gaoPractices } from './gao-practices.js';
import type { Practice } from './gao-practices.js';
import { PlanFacts } from './plan-facts.js';
import type { PlanToCheck } from './plan-to-check.js';

export interface ScheduleQuality {
  /** The 14 points of DCMA-EA PAM 200.1 (October 2012), section 4, in their order. */
  readonly dcma: readonly Figure[];
  /** The ten practices of GAO-16-89G, in their order. */
  readonly gao: readonly Practice[];
  /** Who was asked: sources differ, so the answer says it. */
  readonly population: string;
}

const POPULATION =
  'Incomplete tasks without summaries and level of effort; milestones count where logic, constraints or dates are asked, ' +
  'not where float, duration or execution are. A link counts while its successor is incomplete.';

/** Judges a schedule. Each figure names the tasks or links behind it. */
export function checkSchedule(plan: PlanToCheck): ScheduleQuality {
  const facts = new PlanFacts(plan);
  const dcma = [...structurePoints(facts), ...executionPoints(facts)];
  return { dcma, gao: gaoPractices(facts, dcma), population: POPULATION };
}
