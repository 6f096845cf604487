import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Length, Min } from 'class-validator';

/** A project that was made from a template took lines of a later version of it, or declined the version. What of the plan changed is told by the plan. */
export class TemplateVersionDecided {
  static readonly subject = 'events.projects.template-version-decided.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly templateId!: string;

  @IsString() @Length(1, 200) readonly templateName!: string;

  @IsInt() @Min(1) readonly fromVersion!: number;

  @IsInt() @Min(2) readonly toVersion!: number;

  @IsIn(['adopted', 'declined']) readonly decision!: 'adopted' | 'declined';

  /** Lines that were taken, and that were offered and left out. */
  @IsInt() @Min(0) readonly taken!: number;

  @IsInt() @Min(0) readonly leftOut!: number;

  @IsString() @Length(1, 2000) readonly reason!: string;

  @IsUUID() readonly decidedBy!: string;

  @IsString() @Length(1, 300) readonly decidedByName!: string;

  @IsISO8601() readonly decidedAt!: string;
}
