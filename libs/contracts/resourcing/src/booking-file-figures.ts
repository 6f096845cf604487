import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { BookingChange } from './booking-change.js';
import { BookingConflict } from './booking-conflict.js';
import { BookingTask } from './booking-task.js';
import { StaffingCandidate } from './staffing-candidate.js';

/** An assignment with what stands against it, who else could do it, and how it came there. */
export class BookingFileFigures {
  @ValidateNested()
  @Type(() => BookingTask)
  readonly booking!: BookingTask;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BookingConflict)
  readonly conflicts!: readonly BookingConflict[];

  /** Who else has the skills and time, the best first; empty for who does not decide for everybody. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffingCandidate)
  readonly candidates!: readonly StaffingCandidate[];

  /** The oldest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BookingChange)
  readonly history!: readonly BookingChange[];
}
