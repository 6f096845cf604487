import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { MilestoneQuality } from './milestone-quality.js';

/** Quality of a project: its milestones and their checks. */
export class ProjectQualityFigures {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(0) readonly total!: number;

  @IsInt() @Min(0) readonly open!: number;

  @IsInt() @Min(0) readonly openMandatory!: number;

  @IsInt() @Min(0) readonly failed!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneQuality)
  readonly milestones!: readonly MilestoneQuality[];
}
