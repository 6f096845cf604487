import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Something needs a person. */
export class AttentionRaised {
  static readonly subject = 'events.reporting.attention-raised.v1';
  static readonly aggregate = 'attentionId';

  @IsUUID() readonly attentionId!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsIn(['decision', 'gate', 'budget', 'capacity', 'milestone', 'status'])
  readonly kind!: 'decision' | 'gate' | 'budget' | 'capacity' | 'milestone' | 'status';

  @IsIn(['red', 'amber']) readonly severity!: 'red' | 'amber';

  @IsString() @Length(1, 300) readonly title!: string;

  @IsString() @Length(1, 500) readonly detail!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly since!: string;
}
