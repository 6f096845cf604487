import { IsInt, Matches, Max, Min } from 'class-validator';

/** A period in which a candidate may start, and what it is worth then. */
export class ScenarioStart {
  /** Place in the list of periods, from 0. */
  @IsInt() @Min(0) @Max(119) readonly start!: number;

  /** In whole units: minor units of net present value, or millionths of a score. */
  @Matches(/^-?\d{1,15}$/) readonly value!: string;
}
