import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** Days of access of the caller; without any, nothing is known of somebody from outside with this id. */
export class OutsiderAccessFigures {
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessFrom?: string;

  /** Last day. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly partnerName?: string;
}
