import { IsInt, Matches, Max, Min } from 'class-validator';

/** How likely something is and what it then does. */
export class RaidAssessment {
  @IsInt()
  @Min(0)
  @Max(100)
  readonly probabilityPercent!: number;

  /** What it costs when it happens, in minor units of the project's currency. */
  @Matches(/^\d{1,15}$/) readonly impactMinor!: string;

  /** By how many working days it then delays the project. */
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly impactDays!: number;
}
