import { IsNumber, Matches, Max, Min } from 'class-validator';

/** A stretch of days up to and with this one. */
export class RiskBin {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  /** Share of the runs that finish in it. */
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly share!: number;

  /** Share of the runs that finish by its end. */
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly cumulative!: number;
}
