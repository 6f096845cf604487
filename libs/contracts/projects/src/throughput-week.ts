import { IsInt, Matches, Min } from 'class-validator';

/** What was finished in a week, Monday to Sunday. */
export class ThroughputWeek {
  /** Its Monday. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekOf!: string;

  @IsInt() @Min(0) readonly items!: number;

  /** Of items that are estimated. */
  @IsInt() @Min(0) readonly points!: number;
}
