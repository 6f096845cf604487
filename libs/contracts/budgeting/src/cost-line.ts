import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A line of a project's budget. */
export class CostLine {
  @IsString() @Length(1, 300) readonly name!: string;

  @IsIn(['labour', 'external', 'material', 'travel', 'other'])
  readonly category!: 'labour' | 'external' | 'material' | 'travel' | 'other';

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  /** The task the line pays for; lines without one are spread over all tasks. */
  @IsOptional() @IsUUID() readonly taskId?: string;
}
