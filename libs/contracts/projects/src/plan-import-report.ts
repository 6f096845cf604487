import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { ElementCounts } from './element-counts.js';
import { LeftOutElement } from './left-out-element.js';

/**
 * What was read from a plan file, what was changed and what was left out, with the computed schedule in
 * figures.
 */
export class PlanImportReport {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  /** The same file had been adopted before: nothing was written. */
  @IsBoolean() readonly isUnchanged!: boolean;

  @ValidateNested() @Type(() => ElementCounts) readonly inFile!: ElementCounts;

  @ValidateNested() @Type(() => ElementCounts) readonly read!: ElementCounts;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeftOutElement)
  readonly notes!: readonly LeftOutElement[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly criticalCount!: number;

  @IsInt() @Min(0) readonly milestoneCount!: number;

  @IsInt() @Min(0) readonly datesCompared!: number;

  /** Dates stored in the file that the computed schedule gives back. */
  @IsInt() @Min(0) readonly datesEqual!: number;
}
