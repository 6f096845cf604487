import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

/** Other work of the person in a week. */
export class CompetingWork {
  /** Absent: a project that the caller may not see. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  readonly projectName?: string;

  @IsInt() @Min(0) readonly workMinutes!: number;
}

/** A week in which the person would be, or is, booked above capacity. */
export class BookingConflict {
  /** A Monday. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @IsInt() @Min(0) readonly capacityMinutes!: number;

  /** Of this assignment. */
  @IsInt() @Min(0) readonly workMinutes!: number;

  /** By project, the most first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CompetingWork)
  readonly others!: readonly CompetingWork[];
}
