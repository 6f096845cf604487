/** When every task runs, in the order of the problem's tasks. */
export interface LevelledSchedule {
  /** First slot of each task. */
  readonly start: readonly number[];
  /** Exclusive end of each task. */
  readonly finish: readonly number[];
  /** Who does what, for tasks that ask for roles. */
  readonly staff?: readonly StaffedRole[];
}

export interface StaffedRole {
  readonly taskId: string;
  readonly roleId: string;
  readonly personId: string;
}

/** The exclusive end of the last task; 0 of an empty plan. */
export function makespanOf({ finish }: LevelledSchedule): number {
  return finish.reduce((latest, end) => Math.max(latest, end), 0);
}
