import { Type } from 'class-transformer';
import { IsArray, IsInt, Matches, Min, ValidateNested } from 'class-validator';
import { UtilisationFigure } from './utilisation-figure.js';

/** What a person was allocated, planned for and logged in a week, and the gaps between them. */
export class PersonTimeWeek {
  /** A Monday. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  /** Calendar time times share of full time. */
  @IsInt() @Min(0) readonly grossMinutes!: number;

  @IsInt() @Min(0) readonly leaveMinutes!: number;

  /** Held for projects: the units of the assignments over their working days. */
  @IsInt() @Min(0) readonly allocatedMinutes!: number;

  /** Work that the tasks of the assignments have. */
  @IsInt() @Min(0) readonly plannedMinutes!: number;

  /** All time in the sheet, approved or not, what was taken back taken off. */
  @IsInt() readonly loggedMinutes!: number;

  /** The part of it that is for projects. */
  @IsInt() readonly projectMinutes!: number;

  /** Allocated, yet no work planned in it. */
  @IsInt() @Min(0) readonly unplannedMinutes!: number;

  /** Planned less what was logged for projects; below zero where more was logged than planned. */
  @IsInt() readonly unloggedMinutes!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UtilisationFigure)
  readonly utilisation!: readonly UtilisationFigure[];
}
