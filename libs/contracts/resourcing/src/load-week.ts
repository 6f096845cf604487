import { IsInt, Matches, Min } from 'class-validator';

/** A week of a person: what is possible and what is booked. */
export class LoadWeek {
  /** Monday. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @IsInt() @Min(0) readonly capacityMinutes!: number;

  @IsInt() @Min(0) readonly bookedMinutes!: number;
}
