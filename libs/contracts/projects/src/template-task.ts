import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TemplateCheck } from './template-check.js';
import { TemplateRole } from './template-role.js';

/** A line of a template. */
export class TemplateTask {
  /** What the task is known by in every version and in every project made from it. */
  @IsString() @Length(1, 100) readonly key!: string;

  @IsInt() @Min(1) readonly outlineLevel!: number;

  @IsString() @MaxLength(120) readonly wbs!: string;

  @IsString() @MaxLength(500) readonly name!: string;

  @IsBoolean() readonly isSummary!: boolean;

  @IsBoolean() readonly isMilestone!: boolean;

  /** Working minutes, clock minutes when `isElapsed`. */
  @IsInt() @Min(0) readonly durationMinutes!: number;

  @IsBoolean() readonly isElapsed!: boolean;

  @IsOptional() @IsString() @MaxLength(20) readonly constraintKind?: string;

  /** Working days between the start of the project and the day of the constraint. */
  @IsOptional() @IsInt() readonly constraintAfterDays?: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateRole)
  readonly roles!: readonly TemplateRole[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateCheck)
  readonly checks!: readonly TemplateCheck[];
}
