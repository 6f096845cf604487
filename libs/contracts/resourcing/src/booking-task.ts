import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { BOOKING_STAGES, BOOKING_STEPS } from './booking-stage.js';

/** An assignment on its way to a person: how far it is, for whom it waits, and what the caller may do with it. */
export class BookingTask {
  @IsUUID() readonly projectId!: string;

  @IsString() @MaxLength(300) readonly projectName!: string;

  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly taskName!: string;

  /** As the plan names it. */
  @IsString() @Length(1, 300) readonly resourceName!: string;

  @IsIn(BOOKING_STAGES) readonly stage!: (typeof BOOKING_STAGES)[number];

  /** Who is booked or proposed. */
  @IsOptional() @IsUUID() readonly personId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly personName?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  /** For `If-Match` of the next step. */
  @IsInt() @Min(1) readonly version!: number;

  /** What the caller may do with it. */
  @IsArray() @IsIn(BOOKING_STEPS, { each: true }) readonly steps!: readonly (typeof BOOKING_STEPS)[number][];

  /** It waits for the caller: to propose somebody, to agree, or to confirm. */
  @IsBoolean() readonly waitsForCaller!: boolean;

  /** Weeks in which the person would be, or is, booked above capacity. */
  @IsInt() @Min(0) readonly weeksOver!: number;
}
