import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { PlannedCheck } from './planned-check.js';

/** The template that a project began from wants these checks at its milestones; one part of them. */
export class ChecksPlanned {
  static readonly subject = 'events.projects.checks-planned.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly templateVersion!: number;

  @IsInt() @Min(1) readonly part!: number;

  @IsInt() @Min(1) readonly parts!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedCheck)
  readonly checks!: readonly PlannedCheck[];
}
