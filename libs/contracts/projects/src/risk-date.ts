import { IsInt, Matches, Max, Min } from 'class-validator';

/** The finish that so many percent of the runs keep. */
export class RiskDate {
  @IsInt()
  @Min(1)
  @Max(99)
  readonly percent!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;
}
