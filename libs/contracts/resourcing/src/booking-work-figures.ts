import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { BookingTask } from './booking-task.js';

/** Assignments on their way, those that wait for the caller first, then by start; at most 300 of them. */
export class BookingWorkFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BookingTask)
  readonly bookings!: readonly BookingTask[];

  /** How many there are in all. */
  @IsInt() @Min(0) readonly total!: number;

  /** How many of all wait for the caller. */
  @IsInt() @Min(0) readonly waiting!: number;
}
