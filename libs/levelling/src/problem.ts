/**
 * Work that competes for people and machines. Time is counted in whole slots from slot 0 (the data date); how long a
 * slot is (an hour, half a day, a day) is the caller's choice. Ids are unique within their list.
 */
export interface LevellingProblem {
  readonly tasks: readonly LevellingTask[];
  readonly links: readonly LevellingLink[];
  readonly pools: readonly Pool[];
  readonly calendars?: readonly SlotCalendar[];
  readonly projects?: readonly LevellingProject[];
  /** Named people for tasks that ask for roles. */
  readonly people?: readonly Person[];
}

export interface LevellingTask {
  readonly id: string;
  readonly projectId?: string;
  /** Whole working slots; 0 for a milestone. */
  readonly durationSlots: number;
  readonly needs: readonly PoolNeed[];
  /** Not before this slot. */
  readonly release?: number;
  /** Finish wished by this slot (exclusive end); lateness counts from here. */
  readonly due?: number;
  /** What a slot of lateness weighs; 1 unless told. */
  readonly weight?: number;
  /** Fixed or running work: it stays here and its pools are taken before anything else. */
  readonly fixedStart?: number;
  /** Works only in the open slots of this calendar; without one, every slot is open. */
  readonly calendarId?: string;
  /** Where the task stands in the plan today; a proposal tells why it moved from there. */
  readonly plannedStart?: number;
  /** People by role, named by the levelling; each person works on one task at a time. */
  readonly roles?: readonly RoleNeed[];
}

/** Units of a pool, held in every working slot of the task. */
export interface PoolNeed {
  readonly poolId: string;
  readonly units: number;
}

export interface RoleNeed {
  readonly roleId: string;
  readonly people: number;
  /** Lowest skill level that will do; 1 unless told. */
  readonly level?: number;
}

export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF';

export interface LevellingLink {
  readonly from: string;
  readonly to: string;
  /** FS unless told. */
  readonly kind?: LinkKind;
  /** Slots by the clock, negative for a lead. */
  readonly lagSlots?: number;
}

/** A role, a team or a machine group: so many units at once. */
export interface Pool {
  readonly id: string;
  readonly capacity: number;
  /** Capacity from a slot on, until the next change; the last one holds for ever. In rising order of slots. */
  readonly changes?: readonly CapacityChange[];
}

export interface CapacityChange {
  readonly from: number;
  readonly capacity: number;
}

export interface SlotCalendar {
  readonly id: string;
  /** Closed slots, `to` exclusive, in rising order without overlap. */
  readonly closed: readonly SlotRange[];
}

export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

export interface LevellingProject {
  readonly id: string;
  readonly due?: number;
  /** What a slot of lateness of this project weighs: its priority. 1 unless told. */
  readonly weight?: number;
  /** What the project costs in each slot between its first start and its last finish. */
  readonly costPerSlot?: number;
}

export interface Person {
  readonly id: string;
  readonly skills: readonly Skill[];
  /** Slots in which the person is away, `to` exclusive. */
  readonly away?: readonly SlotRange[];
  /** Cost of a worked slot. */
  readonly costPerSlot?: number;
}

export interface Skill {
  readonly roleId: string;
  readonly level: number;
}

/** What a levelled plan is to be good at. */
export type Objective = 'finish' | 'lateness' | 'smooth-load' | 'cost';
