import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** What needed a person is settled. */
export class AttentionCleared {
  static readonly subject = 'events.reporting.attention-cleared.v1';
  static readonly aggregate = 'attentionId';

  @IsUUID() readonly attentionId!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsIn(['decision', 'gate', 'budget', 'capacity', 'milestone', 'status'])
  readonly kind!: 'decision' | 'gate' | 'budget' | 'capacity' | 'milestone' | 'status';
}
