import { IsBoolean, IsInt, IsUUID, Matches } from 'class-validator';

/** A task whose computed dates or float changed. */
export class MovedTask {
  @IsUUID() readonly taskId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsBoolean() readonly isCritical!: boolean;

  @IsInt() readonly totalFloatMinutes!: number;
}
