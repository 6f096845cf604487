export { compileProblem } from './compile-problem.js';
export type { CompiledProblem } from './compiled-problem.js';
export { writeFlatZinc } from './flat-zinc.js';
export { StartCauses } from './explain-starts.js';
export type { StartCause } from './explain-starts.js';
export { lowerBound } from './lower-bound.js';
export { overloadedSlots } from './pool-load.js';
export type {
  CapacityChange,
  LevellingLink,
  LevellingProblem,
  LevellingProject,
  LevellingTask,
  LinkKind,
  Objective,
  Person,
  Pool,
  PoolNeed,
  RoleNeed,
  Skill,
  SlotCalendar,
  SlotRange,
} from './problem.js';
export { makespanOf } from './schedule.js';
export type { LevelledSchedule, StaffedRole } from './schedule.js';
export type { Candidate } from './search/evolution.js';
export { leftShift } from './search/left-shift.js';
export { planAtOnce } from './search/plan-at-once.js';
export { searchPlan } from './search/search-plan.js';
export type { SearchEnd, SearchOptions } from './search/search-plan.js';
export { smoothLoad } from './search/smooth-load.js';
export { violationsOf } from './violations.js';
export type { Violation } from './violations.js';
