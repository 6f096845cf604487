import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
} from 'class-validator';

/** A link between a task of a project and one of another. */
export class ProjectLinkLine {
  @IsUUID() readonly linkId!: string;

  @IsInt() @Min(1) readonly version!: number;

  /** Whether the project waits for the other one, or the other one for it. */
  @IsIn(['waits', 'gives']) readonly direction!: 'waits' | 'gives';

  @IsUUID() readonly taskId!: string;

  /** Absent when the task is not in the plan any more. */
  @IsOptional() @IsString() @Length(1, 500) readonly taskName?: string;

  /** The date at its own end of the link, computed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly ownOn?: string;

  /**
   * How far the date of the project that gives may move before the task that waits moves, in working minutes of that task;
   * negative when the task does not wait as the link says.
   */
  @IsOptional() @IsInt() readonly slackMinutes?: number;

  /** Total float of the task that waits, in minutes of its own time. */
  @IsOptional() @IsInt() readonly floatMinutes?: number;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  @IsInt() readonly lagMinutes!: number;

  /** "a confidential project" for who may not see it; then nothing else of it is told. */
  @IsString() @Length(1, 300) readonly otherName!: string;

  @IsOptional() @IsUUID() readonly otherProjectId?: string;

  @IsOptional() @IsString() @Length(1, 60) readonly otherCode?: string;

  @IsOptional() @IsUUID() readonly otherTaskId?: string;

  @IsOptional() @IsString() @Length(1, 500) readonly otherTaskName?: string;

  /** The date at the other end of the link, computed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly otherOn?: string;

  /** False when one of the tasks is not in its plan any more: the link holds nothing. */
  @IsBoolean() readonly isHeld!: boolean;

  @IsString() @Length(1, 300) readonly madeBy!: string;

  @IsISO8601() readonly madeAt!: string;
}
