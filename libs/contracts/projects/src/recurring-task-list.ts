import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { PlanChoice } from './plan-choice.js';
import { RecurringTaskLine } from './recurring-task-line.js';

/** Recurring tasks in the order of the outline, with the calendars and summaries of the plan. */
export class RecurringTaskList {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RecurringTaskLine)
  readonly tasks!: readonly RecurringTaskLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlanChoice)
  readonly calendars!: readonly PlanChoice[];

  /** Summaries that one may be placed under, the first five hundred. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlanChoice)
  readonly parents!: readonly PlanChoice[];
}
