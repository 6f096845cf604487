import { IsBoolean, IsInt, IsNumber, Max, Min } from 'class-validator';

/** The best plan so far, in working days from the day of the request. */
export class LevellingProgress {
  @IsInt() @Min(0) readonly elapsedMs!: number;

  @IsInt() @Min(0) readonly makespanDays!: number;

  /** No plan ends before. */
  @IsInt() @Min(0) readonly lowerBoundDays!: number;

  /** How far the plan may be from the best one, of its makespan. */
  @IsNumber() @Min(0) @Max(1) readonly gap!: number;

  @IsBoolean() readonly isOptimal!: boolean;
}
