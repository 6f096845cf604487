import { IsString, Length, Matches } from 'class-validator';

/** The score of a candidate when a scenario was computed. */
export class ScenarioScore {
  @IsString() @Length(1, 60) readonly candidateId!: string;

  @Matches(/^-?\d{1,6}\.\d{6}$/) readonly score!: string;

  /** Share of the weights that somebody had scored, from 0 to 1. */
  @Matches(/^[01]\.\d{6}$/) readonly completeness!: string;
}
