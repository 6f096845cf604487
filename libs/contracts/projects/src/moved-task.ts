import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { MoveDriver } from './move-driver.js';

/** A task whose computed dates or float changed. */
export class MovedTask {
  @IsUUID() readonly taskId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsBoolean() readonly isCritical!: boolean;

  @IsInt() readonly totalFloatMinutes!: number;

  /** What set its new start; summaries have none. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoveDriver)
  readonly driver?: MoveDriver;
}
