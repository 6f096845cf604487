import { IsInt, Min } from 'class-validator';

/** Counts of the elements of a plan file. */
export class ElementCounts {
  @IsInt() @Min(0) readonly tasks!: number;

  @IsInt() @Min(0) readonly links!: number;

  @IsInt() @Min(0) readonly resources!: number;

  @IsInt() @Min(0) readonly assignments!: number;

  @IsInt() @Min(0) readonly calendars!: number;

  @IsInt() @Min(0) readonly baselines!: number;
}
