import type { CustomValue } from './custom-fields.js';
import type { PlanBaseline } from './plan-baseline.js';
import type { CostAccrual } from './plan-task.js';
import type { TimePhased } from './time-phased.js';

export type ResourceType = 'work' | 'material' | 'cost';

export type RateUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'material-unit';

/** A price in decimal text of the plan's currency: exact, since rates have more digits than money. */
export interface Rate {
  /** Per hour of work; per unit for materials. This is what the file holds, whatever unit people see. */
  readonly amountPerHour: string;
  readonly shownPer: RateUnit;
}

/** One line of a cost rate table (A to E): what counts from one moment to another. */
export interface RatePeriod {
  readonly table: 'A' | 'B' | 'C' | 'D' | 'E';
  /** Null: since always, or for ever. */
  readonly from: string | null;
  readonly to: string | null;
  readonly standard: Rate | null;
  readonly overtime: Rate | null;
  readonly costPerUseMinor: bigint | null;
}

export interface AvailabilityPeriod {
  readonly from: string | null;
  readonly to: string | null;
  /** 1 is one person full time. */
  readonly units: number;
}

export interface PlanResource {
  readonly uid: number;
  readonly guid: string | null;
  readonly id: number | null;
  readonly name: string;
  readonly type: ResourceType;
  readonly isGeneric: boolean;
  readonly isBudget: boolean;
  readonly isInactive: boolean;
  /** A machine or a room rather than a person; only for work resources. */
  readonly isEquipment: boolean;
  readonly initials: string | null;
  readonly group: string | null;
  readonly code: string | null;
  readonly email: string | null;
  /** What one unit of a material is called. */
  readonly materialLabel: string | null;
  readonly maxUnits: number | null;
  readonly calendarUid: number | null;
  readonly standardRate: Rate | null;
  readonly overtimeRate: Rate | null;
  readonly costPerUseMinor: bigint | null;
  readonly accrual: CostAccrual | null;
  readonly workMinutes: number | null;
  readonly actualWorkMinutes: number | null;
  readonly costMinor: bigint | null;
  readonly notes: string | null;
  readonly availability: readonly AvailabilityPeriod[];
  readonly rates: readonly RatePeriod[];
  readonly customFields: readonly CustomValue[];
  readonly baselines: readonly PlanBaseline[];
  readonly timePhased: readonly TimePhased[];
}
