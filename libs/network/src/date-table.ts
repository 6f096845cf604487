/** The dates of a schedule by position. Moments are minutes; places are explained in places.ts. */
export interface DateTable {
  readonly earlyStart: Int32Array;
  readonly earlyFinish: Int32Array;
  /** Place of the early dates; of the remaining work when the activity is running. */
  readonly place: Int32Array;
  /** The place that links and dates asked for before a constraint pulled the activity to the left. */
  readonly logicPlace: Int32Array;
  /** Slot of the incoming edge that set the early start, or one of the codes below. */
  readonly driver: Int32Array;
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
  /** Scheduled dates: the early ones, unless as late as possible. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly totalFloat: Int32Array;
  readonly freeFloat: Int32Array;
}

export const BY_PROJECT_START = -1;
export const BY_STATUS_DATE = -2;
export const BY_CONSTRAINT = -3;
export const BY_ACTUAL = -4;
export const BY_MANUAL = -5;

/** Columns that cannot differ in this schedule and so may be one. */
export interface SharedColumns {
  /** No activity is later than early. */
  readonly scheduledIsEarly: boolean;
  /** No constraint pulls to the left. */
  readonly logicIsPlace: boolean;
}

const NOTHING_SHARED: SharedColumns = { scheduledIsEarly: false, logicIsPlace: false };

export function newDateTable(count: number, shared: SharedColumns = NOTHING_SHARED): DateTable {
  const earlyStart = new Int32Array(count);
  const earlyFinish = new Int32Array(count);
  const place = new Int32Array(count);
  return {
    earlyStart,
    earlyFinish,
    place,
    logicPlace: shared.logicIsPlace ? place : new Int32Array(count),
    driver: new Int32Array(count),
    lateStart: new Int32Array(count),
    lateFinish: new Int32Array(count),
    start: shared.scheduledIsEarly ? earlyStart : new Int32Array(count),
    finish: shared.scheduledIsEarly ? earlyFinish : new Int32Array(count),
    totalFloat: new Int32Array(count),
    freeFloat: new Int32Array(count),
  };
}
