import { IsString, Length, Matches } from 'class-validator';

/** What a score on a criterion means, so that all raters mean the same by it. */
export class ScoringLevel {
  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly score!: string;

  @IsString() @Length(1, 500) readonly meaning!: string;
}
