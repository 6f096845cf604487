import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, Length, Matches, Min, ValidateNested } from 'class-validator';
import { MoveReason } from './move-reason.js';

/** A task that a proposal starts later than planned. */
export class ProposedMove {
  @IsUUID() readonly taskId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(0, 500) readonly taskName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startAfter!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishAfter!: string;

  @IsInt() @Min(1) readonly delayDays!: number;

  @ValidateNested() @Type(() => MoveReason) readonly reason!: MoveReason;
}
