import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { PlannedTask } from './planned-task.js';

/**
 * One part of the tasks of an adopted plan. Part numbers run from 1 to `parts`; a plan is whole when all
 * parts of its version arrived.
 */
export class TasksPlanned {
  static readonly subject = 'events.projects.tasks-planned.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly part!: number;

  @IsInt() @Min(1) readonly parts!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedTask)
  readonly tasks!: readonly PlannedTask[];
}
