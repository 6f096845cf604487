import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { OfferedTemplateLine } from './offered-template-line.js';
import { TemplateVersionStep } from './template-version-step.js';

/** The template of a project and what its later version offers. Without `templateId` the project was not made from one. */
export class OfferedTemplate {
  @IsUUID() readonly projectId!: string;

  /** Of the plan as it stands: what a decision is taken on. */
  @IsInt() @Min(0) readonly planVersion!: number;

  @IsOptional() @IsUUID() readonly templateId?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly templateName?: string;

  /** The version that the project was made from or adopted last. */
  @IsOptional() @IsInt() @Min(1) readonly runsVersion?: number;

  /** What the lines are of: the latest version, or the one that was asked for. Absent when there is none later. */
  @IsOptional() @IsInt() @Min(2) readonly offeredVersion?: number;

  /** What the later version is for, in the words of who saved it. */
  @IsOptional() @IsString() @Length(1, 2000) readonly purpose?: string;

  /** Why the template is retired: then nothing of it is offered. */
  @IsOptional() @IsString() @Length(1, 2000) readonly retiredReason?: string;

  /** In the order of the later outline, gates last; at most 2000. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OfferedTemplateLine)
  readonly lines!: readonly OfferedTemplateLine[];

  @IsInt() @Min(0) readonly lineCount!: number;

  /** The latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateVersionStep)
  readonly history!: readonly TemplateVersionStep[];
}
