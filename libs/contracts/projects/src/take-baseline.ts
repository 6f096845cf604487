import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BaselineTakenNote } from './baseline-taken-note.js';

/**
 * Fixes the plan as it stands as what is promised from a day on. The first baseline of a project needs no decision, every
 * later one names the one it rests on. What was due by that day keeps the baseline it had.
 */
export class TakeBaseline {
  static readonly subject = 'requests.projects.take-baseline.v1';
  static readonly kind = 'command';
  static readonly answer = BaselineTakenNote;

  @IsUUID() readonly projectId!: string;

  /** No other baseline of the project has it. */
  @IsString() @Length(1, 200) readonly name!: string;

  /** Reference of the decision, as the minutes or the change request name it. */
  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  /** The day it counts from; the status date of the plan when absent, and never before it. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly effectiveOn?: string;
}
