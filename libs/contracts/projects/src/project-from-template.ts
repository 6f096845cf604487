import { IsInt, IsUUID, Matches, Min } from 'class-validator';

/** What came of a template: the project with its computed dates, and what quality and governance were asked for. */
export class ProjectFromTemplate {
  @IsUUID() readonly id!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly templateVersion!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly checkCount!: number;

  @IsInt() @Min(0) readonly gateCount!: number;
}
