import { IsArray, IsInt, IsString, IsUUID, Length } from 'class-validator';

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
}
