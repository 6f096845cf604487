import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { LevellingDelay } from './levelling-delay.js';

/**
 * All owners agreed with a levelling proposal. Told once for each project that it moves: the delays hold for the plan
 * version that the proposal was made for, and replace those of earlier proposals.
 */
export class LevellingAccepted {
  static readonly subject = 'events.resourcing.levelling-accepted.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly proposalId!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LevellingDelay)
  readonly delays!: readonly LevellingDelay[];
}
