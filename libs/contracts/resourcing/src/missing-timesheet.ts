import { IsBoolean, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** Somebody whose sheet of a week was not handed in. */
export class MissingTimesheet {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  /** Time the person has in the week, leave taken off. */
  @IsInt() @Min(1) readonly capacityMinutes!: number;

  /** Something was written, but not handed in. */
  @IsBoolean() readonly isBegun!: boolean;

  /** The person was told to be late. */
  @IsBoolean() readonly isChased!: boolean;
}
