import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

/** An assignment of a plan. */
export class GrowthWork {
  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly projectId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly projectName?: string;

  @IsString() @MaxLength(500) readonly taskName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;
}
