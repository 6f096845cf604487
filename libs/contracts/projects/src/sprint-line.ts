import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

export const SPRINT_STATES = ['planned', 'running', 'closed'] as const;
export type SprintState = (typeof SPRINT_STATES)[number];

/** A sprint as it stands. */
export class SprintLine {
  @IsUUID() readonly sprintId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(SPRINT_STATES) readonly state!: SprintState;

  @IsString() @Length(1, 500) readonly goal!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startsOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly endsOn!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startedOn?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly closedOn?: string;

  /** What was committed to when it began; absent before. */
  @IsOptional() @IsInt() @Min(0) readonly committedPoints?: number;

  @IsOptional() @IsInt() @Min(0) readonly committedItems?: number;

  /** What was done in it; absent until it is closed. */
  @IsOptional() @IsInt() @Min(0) readonly donePoints?: number;

  @IsOptional() @IsInt() @Min(0) readonly doneItems?: number;
}
