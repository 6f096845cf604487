import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { MovedTask } from './moved-task.js';
import { ScheduleCause } from './schedule-cause.js';
import { ScheduleOccasion } from './schedule-occasion.js';

/** The network was computed again and something moved. `moved` holds only the tasks that changed. */
export class ScheduleChanged {
  static readonly subject = 'events.projects.schedule-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dataDate?: string;

  @IsInt() @Min(0) readonly criticalCount!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MovedTask)
  readonly moved!: readonly MovedTask[];

  /** Which change moved them. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ScheduleCause)
  readonly cause?: ScheduleCause;

  /** What else moved them; there is a cause or an occasion. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ScheduleOccasion)
  readonly occasion?: ScheduleOccasion;
}
