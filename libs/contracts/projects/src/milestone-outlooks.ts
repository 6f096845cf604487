import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { MilestoneOutlook } from './milestone-outlook.js';
import { ThroughputWeek } from './throughput-week.js';

/** The forecast of a project's milestones, and from what it was drawn. */
export class MilestoneOutlooks {
  @IsUUID() readonly projectId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  @IsIn(['items', 'points']) readonly unit!: 'items' | 'points';

  @IsInt() @Min(0) readonly seed!: number;

  @IsInt() @Min(1) readonly runs!: number;

  /** The weeks that runs draw from. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ThroughputWeek)
  readonly history!: readonly ThroughputWeek[];

  /** Without this many complete weeks nothing is forecast. */
  @IsInt() @Min(1) readonly leastWeeks!: number;

  /** Milestones that open items of the backlog are needed for, by their due days. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneOutlook)
  readonly milestones!: readonly MilestoneOutlook[];
}
