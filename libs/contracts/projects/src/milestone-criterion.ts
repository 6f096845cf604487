import { IsOptional, IsString, Length } from 'class-validator';

/** What must be true for a milestone to be accepted. */
export class MilestoneCriterion {
  @IsString() @Length(1, 500) readonly text!: string;

  /** What shows that it is met. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  readonly evidence?: string;
}
