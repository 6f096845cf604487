import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** What a rater gives a candidate on one criterion, and on what evidence. */
export class CriterionScore {
  @Matches(/^[\w-]{1,40}$/) readonly criterionId!: string;

  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly score!: string;

  /** What the score stands on. */
  @IsString() @Length(1, 1000) readonly evidence!: string;

  /** Where the evidence is kept. */
  @IsOptional() @Matches(/^https?:\/\/\S{1,480}$/) readonly link?: string;
}
