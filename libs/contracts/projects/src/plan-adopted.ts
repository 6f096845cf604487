import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/**
 * A plan became the plan of the project. Its tasks follow in `parts` events TasksPlanned, its assignments
 * in AssignmentsPlanned.
 */
export class PlanAdopted {
  static readonly subject = 'events.projects.plan-adopted.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsString() @Length(1, 300) readonly name!: string;

  /** File name or screen the plan came from. */
  @IsString() @Length(1, 300) readonly source!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly milestoneCount!: number;

  @IsInt() @Min(0) readonly linkCount!: number;

  @IsInt() @Min(0) readonly resourceCount!: number;

  @IsInt() @Min(0) readonly assignmentCount!: number;

  @IsInt() @Min(0) readonly criticalCount!: number;

  @IsInt() @Min(0) readonly taskParts!: number;

  @IsInt() @Min(0) readonly assignmentParts!: number;
}
