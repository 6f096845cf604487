import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A task that may slip less far than its own plan says, because another project waits. */
export class LimitedFloat {
  @IsUUID() readonly taskId!: string;

  /** Total float in its own plan and in the network of all projects, in minutes of its own time; below zero is late. */
  @IsInt() readonly ownFloatMinutes!: number;
  @IsInt() readonly floatMinutes!: number;

  /** The project in which something must not be later; "a confidential project" for who may not see it: nothing else is told. */
  @IsString() @Length(1, 300) readonly limitName!: string;
  @IsOptional() @IsUUID() readonly limitProjectId?: string;
  @IsOptional() @IsUUID() readonly limitTaskId?: string;
  @IsOptional() @IsString() @Length(1, 500) readonly limitTaskName?: string;

  /** What must not be later: a deadline, the date of a constraint, or the finish of that project. */
  @IsOptional() @IsIn(['deadline', 'constraint', 'project-finish']) readonly limitBy?:
    'deadline' | 'constraint' | 'project-finish';
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly limitOn?: string;

  /** The task of the other project that waits first, for who may see it. */
  @IsOptional() @IsString() @Length(1, 500) readonly waitingTaskName?: string;

  /** All of it in words. */
  @IsString() @Length(1, 2_000) readonly sentence!: string;
}
