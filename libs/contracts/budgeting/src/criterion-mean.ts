import { IsBoolean, IsInt, Matches, Min } from 'class-validator';

/** What the raters together gave a candidate on a criterion. */
export class CriterionMean {
  @Matches(/^[\w-]{1,40}$/) readonly criterionId!: string;

  @Matches(/^-?\d{1,6}\.\d{6}$/) readonly mean!: string;

  /** Between the lowest and the highest rater. */
  @Matches(/^\d{1,7}\.\d{6}$/) readonly spread!: string;

  @IsInt() @Min(1) readonly raters!: number;

  /** The raters lie so far apart that they should talk before the mean is used. */
  @IsBoolean() readonly isDisputed!: boolean;
}
