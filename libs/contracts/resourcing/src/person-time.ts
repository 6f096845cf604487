import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { PersonTimeFigures } from './person-time-figures.js';

/** What a person was allocated, planned for and logged, week by week: the own time, or that of somebody the caller decides for. */
export class PersonTime {
  static readonly subject = 'requests.resourcing.person-time.v1';
  static readonly kind = 'query';
  static readonly answer = PersonTimeFigures;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;

  /** The week of this day is the first; three weeks ago unless told. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from?: string;

  /** 4 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(53)
  readonly weeks?: number;
}
