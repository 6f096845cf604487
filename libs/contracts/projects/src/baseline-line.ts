import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A baseline and who approved it by what decision. It is never changed. */
export class BaselineLine {
  @IsUUID() readonly baselineId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn!: string;

  @IsString() @Length(1, 300) readonly takenByName!: string;

  @IsISO8601() readonly takenAt!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  @Matches(/^-?\d{1,18}$/) readonly budgetMinor!: string;

  @IsString() @Length(3, 3) readonly currency!: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly linkCount!: number;
}
