import { MoneyFigures } from '@meridian/contracts-budgeting';
import { ProjectGovernance } from '@meridian/contracts-governance';
import { ProjectFile, ScheduledPlan } from '@meridian/contracts-projects';
import { ProjectQualityFigures } from '@meridian/contracts-quality';
import { ProjectStatusFigures } from '@meridian/contracts-reporting';
import { ProjectPeopleFigures } from '@meridian/contracts-resourcing';
import { Type } from 'class-transformer';
import { IsArray, IsISO8601, IsOptional, ValidateNested } from 'class-validator';
import { Gap } from '../http/gap.js';

/** One project from all services. A part whose service did not answer is null and named in `missing`. */
export class ProjectPageAnswer {
  @IsISO8601() readonly asOf!: string;

  @ValidateNested() @Type(() => ProjectFile) readonly project!: ProjectFile;
  /** The first 200 tasks; more with the cursor at `/plan`. */
  @IsOptional() @Type(() => ScheduledPlan) readonly plan!: ScheduledPlan | null;
  @IsOptional() @Type(() => MoneyFigures) readonly money!: MoneyFigures | null;
  @IsOptional() @Type(() => ProjectPeopleFigures) readonly people!: ProjectPeopleFigures | null;
  @IsOptional() @Type(() => ProjectQualityFigures) readonly quality!: ProjectQualityFigures | null;
  @IsOptional() @Type(() => ProjectGovernance) readonly governance!: ProjectGovernance | null;
  @IsOptional() @Type(() => ProjectStatusFigures) readonly status!: ProjectStatusFigures | null;

  @IsArray() @ValidateNested({ each: true }) @Type(() => Gap) readonly missing!: readonly Gap[];
}
