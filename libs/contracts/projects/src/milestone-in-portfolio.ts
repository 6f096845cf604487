import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A milestone in the portfolio's view. */
export class MilestoneInPortfolio {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly projectName!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;

  @IsInt() readonly slipDays!: number;

  @IsBoolean() readonly isShared!: boolean;
}
