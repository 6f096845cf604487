import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A task that is in one baseline only, or not the same in both. */
export class ChangedTask {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsIn(['added', 'removed', 'changed']) readonly change!: 'added' | 'removed' | 'changed';

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startBefore?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  /** Calendar days from the finish before; late is positive. */
  @IsInt() readonly finishDays!: number;

  @IsInt() readonly workMinutesMore!: number;

  @Matches(/^-?\d{1,18}$/) readonly budgetMinorMore!: string;
}
