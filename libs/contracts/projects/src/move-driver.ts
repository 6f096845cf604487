import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { DATE_CAUSES, type DateCause } from './date-step.js';

/** What set the new start of a task that moved. */
export class MoveDriver {
  @IsIn(DATE_CAUSES) readonly kind!: DateCause;

  /** The task at the other end, when a link drove it. */
  @IsOptional() @IsUUID() readonly taskId?: string;

  /** Of that task, when it is one of another project; both are left out when that project is confidential. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 300) readonly sentence!: string;
}
