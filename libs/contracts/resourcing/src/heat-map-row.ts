import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** A person's weeks. */
export class HeatMapRow {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  /**
   * Booked time in percent of capacity, one for each week; 1000 for work in a week without capacity, -1 for a week with
   * neither.
   */
  @IsArray() @IsInt({ each: true }) readonly loadPercent!: readonly number[];

  /** Minutes that the person has in each week, leave taken off: to sum people up, and to tell how much is too much. */
  @IsOptional() @IsArray() @IsInt({ each: true }) readonly capacityMinutes?: readonly number[];

  @IsOptional() @IsArray() @IsInt({ each: true }) readonly bookedMinutes?: readonly number[];
}
