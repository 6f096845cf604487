export type {
  Activity,
  Constraint,
  ConstraintKind,
  DatedConstraintKind,
  Lag,
  LagCalendar,
  Link,
  LinkKind,
  NetworkFinding,
  NetworkInput,
  Piece,
} from './activity-network.js';
export type { Clash } from './clash.js';
export { compileNetwork } from './compile-network.js';
export type { CompiledNetwork } from './compiled-network.js';
export type { Driver } from './driver.js';
export type { FloatLimit } from './float-limit.js';
export { LiveSchedule } from './live-schedule.js';
export type { ActivityChange, MovedActivity } from './live-schedule.js';
export { schedule } from './schedule.js';
export type { Schedule, ScheduledActivity } from './schedule-answer.js';
export type { Progress, ScheduleOptions } from './schedule-options.js';
export { blocksOf, RiskKernel } from './risk/risk-kernel.js';
export { prepareRisk } from './risk/prepare-risk.js';
export { checkedRuns, RiskAnswer, simulateRisk } from './risk/risk-answer.js';
export type { ActivityRisk, EventRisk } from './risk/risk-answer.js';
export type { ActivityCost, Correlation, RiskEvent, RiskInput } from './risk/risk-input.js';
export type { BlockAnswer, RiskModel } from './risk/risk-model.js';
export { meanOf } from './risk/spread.js';
export type { Spread } from './risk/spread.js';
export { drawUniforms, streamOf } from './risk/threefry.js';
export type { Stream } from './risk/threefry.js';
export { checkSchedule } from './quality/check-schedule.js';
export type { ScheduleQuality } from './quality/check-schedule.js';
export { criticalPathLengthIndex } from './quality/dcma-execution.js';
export type { Figure, Threshold } from './quality/figure.js';
export type { Practice } from './quality/gao-practices.js';
export type { CheckedLink, CheckedTask, PlanToCheck } from './quality/plan-to-check.js';
export type { Because, DatedEnd, WhyStep } from './why.js';
