import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Two wishes of a plan that cannot both be met. */
export class ScheduleClash {
  @IsIn(['constraint', 'deadline', 'manual', 'out-of-sequence'])
  readonly kind!: 'constraint' | 'deadline' | 'manual' | 'out-of-sequence';

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsIn(['start', 'finish']) readonly end!: 'start' | 'finish';

  /** What the constraint, the deadline, a person or a report says. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly wantedAt!: string;

  /** What the links say. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly logicAt!: string;

  /** Which one stands. */
  @IsIn(['constraint', 'link', 'manual', 'actual', 'none'])
  readonly honoured!: 'constraint' | 'link' | 'manual' | 'actual' | 'none';

  /** The predecessor whose link asks for the later date. */
  @IsOptional() @IsUUID() readonly linkFromTaskId?: string;

  @IsString() @Length(1, 1500) readonly sentence!: string;
}
