import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** The change after which the network was computed again. */
export class ScheduleCause {
  @IsIn(['progress', 'schedule-rules', 'baseline']) readonly kind!:
    'progress' | 'schedule-rules' | 'baseline';

  /** The task that was reported on. */
  @IsOptional() @IsUUID() readonly taskId?: string;

  @IsString() @Length(1, 700) readonly sentence!: string;
}
