import { IsIn, IsInt, IsNumber, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { RaidFacts } from './raid-facts.js';

export const RAID_STATUSES = [
  'open',
  'converted',
  'averted',
  'expired',
  'confirmed',
  'void',
  'resolved',
  'met',
  'dropped',
] as const;
export type RaidStatus = (typeof RAID_STATUSES)[number];

/** An entry of the register of risks, assumptions, issues and dependencies as it stands. */
export class RaidStanding extends RaidFacts {
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly entryId!: string;

  /** People call it by this number within the project. */
  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(1) readonly version!: number;

  /**
   * `converted`: it went on as another entry. A risk ends `averted` or `expired`, an assumption `confirmed` or `void`, an
   * issue `resolved`, a dependency `met` or `dropped`; an opportunity `met` when it came, `expired` or `dropped`.
   */
  @IsIn(RAID_STATUSES) readonly status!: RaidStatus;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly raisedOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly endedOn?: string;

  /** Probability times cost of the assessment in force, half up; 0 when it is no longer open. */
  @Matches(/^\d{1,15}$/) readonly exposureMinor!: string;

  /** Probability times days; 0 when it is no longer open. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  readonly exposureDays!: number;

  /** Of an opportunity, whose exposure to loss is 0: what it is expected to save, as a negative amount. */
  @IsOptional() @Matches(/^-?\d{1,15}$/) readonly signedExposureMinor?: string;

  /** Of an opportunity: the days it is expected to save, as a negative number. */
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) readonly signedExposureDays?: number;

  /** The entry that it was before. */
  @IsOptional() @IsUUID() readonly convertedFromId?: string;

  /** The entry that it became. */
  @IsOptional() @IsUUID() readonly convertedToId?: string;
}
