import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** A milestone by which a part of a plan earns. */
export class EarningMilestone {
  @IsString() @Length(1, 200) readonly name!: string;

  /** Its share is its weight among all weights of the part. */
  @Matches(/^\d{1,9}(\.\d{1,6})?$/) readonly weight!: string;

  /** The day it was reached; absent while it is not. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly reachedOn?: string;
}
