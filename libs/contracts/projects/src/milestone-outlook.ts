import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

export const OUTLOOK_GAPS = ['history-too-short', 'nothing-finished', 'not-estimated'] as const;
export type OutlookGap = (typeof OUTLOOK_GAPS)[number];

/** When a milestone will be reached at the pace of earlier weeks. */
export class MilestoneOutlook {
  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 1000) readonly name!: string;

  /** What is to be finished for it, in the unit that was asked for. */
  @IsInt() @Min(0) readonly remaining!: number;

  /** What is wanted before the last of it: the team comes to that first, and the forecast counts it. */
  @IsInt() @Min(0) readonly ahead!: number;

  /** What was promised: its baseline, else its day in the plan. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  /** By this day half of the runs are done; absent when they are not within the horizon. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p50On?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p80On?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p90On?: string;

  /** Share of the runs that are done on the due day or before. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  readonly inTimePercent?: number;

  /** Why there is no forecast. */
  @IsOptional() @IsIn(OUTLOOK_GAPS) readonly notAvailable?: OutlookGap;

  /** The same as a sentence. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  readonly reason?: string;
}
