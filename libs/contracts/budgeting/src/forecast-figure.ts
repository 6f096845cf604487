import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

/** What one method says the project will have cost or when it will be finished, or why it says nothing. */
export class ForecastFigure {
  @IsIn(['cost', 'finish']) readonly of!: 'cost' | 'finish';

  @IsString() @Length(1, 60) readonly method!: string;

  /** As it is computed, in the trade's abbreviations. */
  @IsString() @Length(1, 200) readonly formula!: string;

  /** Where the formula is from. */
  @IsString() @Length(1, 200) readonly source!: string;

  /** The one that figures, tolerances and pages go by. */
  @IsBoolean() readonly isDefault!: boolean;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  /** The ends of an interval, where the method gives one: eight of ten cases lie within. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly lowMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly highMinor?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly earliest?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly latest?: string;

  /** Why there is no figure; absent where there is one. */
  @IsOptional() @IsString() @Length(1, 300) readonly notAvailable?: string;
}
