export type LinkType = 'finish-start' | 'start-start' | 'finish-finish' | 'start-finish';

/** How a lag counts: working time, clock time, or a share of the predecessor's duration. */
export type LagKind = 'working' | 'elapsed' | 'percent' | 'elapsed-percent';

/** A dependency between two tasks of the plan. */
export interface PlanLink {
  readonly predecessorUid: number;
  readonly successorUid: number;
  readonly type: LinkType;
  readonly lagKind: LagKind;
  /** Working minutes, or clock minutes when elapsed; negative is a lead. A percent lag is converted as it stands today. */
  readonly lagMinutes: number;
  /** Set when `lagKind` is a percent: the share of the predecessor's duration, 50 for half. */
  readonly lagPercent: number | null;
  /** The unit in which people see the lag. */
  readonly lagUnit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'percent' | null;
}
