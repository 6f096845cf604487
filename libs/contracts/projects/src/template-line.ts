import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

/** One version of a template in figures. */
export class TemplateLine {
  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 2000) readonly purpose!: string;

  @IsString() @MaxLength(200) readonly savedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/) readonly savedAt!: string;

  /** Why nothing new begins from it; absent while it is in use. */
  @IsOptional() @IsString() @MaxLength(2000) readonly retiredReason?: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly milestoneCount!: number;

  @IsInt() @Min(0) readonly linkCount!: number;

  @IsInt() @Min(0) readonly roleCount!: number;

  @IsInt() @Min(0) readonly checkCount!: number;

  @IsInt() @Min(0) readonly gateCount!: number;

  /** Working days from its first day of work to its last, both counted. */
  @IsInt() @Min(0) readonly workingDays!: number;

  /** Projects that began from any version of it. */
  @IsInt() @Min(0) readonly projectCount!: number;
}
