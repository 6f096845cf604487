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
  /** Latest start; of the remaining work when the activity is running. */
  readonly lateStart: Int32Array;
  readonly latePlace: Int32Array;
  /** Scheduled dates: the early ones, unless as late as possible. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly scheduledPlace: Int32Array;
}

export const BY_PROJECT_START = -1;
export const BY_STATUS_DATE = -2;
export const BY_CONSTRAINT = -3;
export const BY_ACTUAL = -4;
export const BY_MANUAL = -5;
export const BY_OUTSIDE_START = -6;
export const BY_OUTSIDE_FINISH = -7;

/** Columns that cannot differ in this schedule and so may be one. */
export interface SharedColumns {
  /** No activity is later than early. */
  readonly scheduledIsEarly: boolean;
  /** No constraint pulls to the left. */
  readonly logicIsPlace: boolean;
  /** Without calendars and given dates the place of an activity is its start. */
  readonly placeIsStart: boolean;
}

const NOTHING_SHARED: SharedColumns = { scheduledIsEarly: false, logicIsPlace: false, placeIsStart: false };

export function newDateTable(count: number, shared: SharedColumns = NOTHING_SHARED): DateTable {
  const column = () => new Int32Array(count);
  const [earlyStart, earlyFinish, lateStart] = [column(), column(), column()];
  const place = shared.placeIsStart ? earlyStart : column();
  return {
    earlyStart,
    earlyFinish,
    place,
    logicPlace: shared.logicIsPlace ? place : column(),
    driver: column(),
    lateStart,
    latePlace: shared.placeIsStart ? lateStart : column(),
    start: shared.scheduledIsEarly ? earlyStart : column(),
    finish: shared.scheduledIsEarly ? earlyFinish : column(),
    scheduledPlace: shared.scheduledIsEarly ? place : column(),
  };
}
