import { IsInt, IsString, Length, Matches, MaxLength } from 'class-validator';

/** A task whose computed dates would be others. */
export class ShiftedTask {
  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @MaxLength(500) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  /** Calendar days, later positive. */
  @IsInt() readonly finishDays!: number;
}
