import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { BookingLine } from './booking-line.js';
import { PersonLoad } from './person-load.js';

/** The people of a project. */
export class ProjectPeopleFigures {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(0) readonly people!: number;

  @IsInt() @Min(0) readonly unfilled!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BookingLine)
  readonly bookings!: readonly BookingLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonLoad)
  readonly overloads!: readonly PersonLoad[];
}
