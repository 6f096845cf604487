import { IsBoolean, IsInt, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A task that a slip would hit. */
export class HitTask {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  /** Calendar days, later positive. */
  @IsInt() readonly finishDays!: number;

  /** Minutes of total float before and after, in the task's own time. */
  @IsInt() readonly floatMinutesBefore!: number;

  @IsInt() readonly floatMinutes!: number;

  /** It is not critical now and would be. */
  @IsBoolean() readonly becomesCritical!: boolean;
}
