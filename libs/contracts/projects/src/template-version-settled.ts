import { IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';

/** What came of the decision on a later version of a template. */
export class TemplateVersionSettled {
  /** Of the project. */
  @IsUUID() readonly id!: string;

  /** Of its plan: one more when lines of it changed. */
  @IsInt() @Min(1) readonly version!: number;

  /** The version of the template that the project runs now. */
  @IsInt() @Min(1) readonly runsVersion!: number;

  @IsInt() @Min(0) readonly taken!: number;

  @IsInt() @Min(0) readonly leftOut!: number;

  /** Computed finish of the plan; absent when the plan stayed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;
}
