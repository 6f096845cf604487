import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

/** What happened to a variance, in order; entries are only added. */
export class VarianceEntry {
  @IsInt() @Min(1) readonly place!: number;

  @IsIn(['opened', 'within-again', 'broken-again', 'explained', 'followed-up'])
  readonly kind!: 'opened' | 'within-again' | 'broken-again' | 'explained' | 'followed-up';

  @IsISO8601() readonly at!: string;

  /** Who said it; absent for what the forecast did. */
  @IsOptional() @IsString() @Length(1, 300) readonly by?: string;

  /** Of the forecast: how far it was off, in the unit of the variance. */
  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly deviation?: string;

  /** What was forecast before and then: minor units, or a day. */
  @IsOptional() @Matches(/^-?\d{1,18}$|^\d{4}-\d{2}-\d{2}$/) readonly forecastBefore?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$|^\d{4}-\d{2}-\d{2}$/) readonly forecast?: string;

  @IsOptional() @IsString() @Length(1, 4000) readonly cause?: string;

  @IsOptional() @IsString() @Length(1, 4000) readonly impact?: string;

  @IsOptional() @IsString() @Length(1, 4000) readonly action?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsOptional() @IsIn(['goes-on', 'worked', 'did-not-work']) readonly outcome?:
    'goes-on' | 'worked' | 'did-not-work';

  @IsOptional() @IsString() @Length(1, 4000) readonly note?: string;
}
