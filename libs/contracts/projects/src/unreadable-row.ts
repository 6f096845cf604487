import { IsInt, IsString, Length, Min } from 'class-validator';

/** A row of a list that could not be taken over, and why. */
export class UnreadableRow {
  /** Line in the file, counted from 1, across quoted line breaks. */
  @IsInt() @Min(1) readonly line!: number;

  @IsString() @Length(1, 200) readonly column!: string;

  @IsString() @Length(0, 500) readonly found!: string;

  @IsString() @Length(1, 500) readonly reason!: string;
}
