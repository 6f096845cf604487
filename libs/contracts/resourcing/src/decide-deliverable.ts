import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateNested } from 'class-validator';
import { DeliverableFinding } from './deliverable-finding.js';
import { Recorded } from './recorded.js';

/** Decides on what a partner handed in, criterion by criterion: accepted when all are met, rejected when one is not. */
export class DecideDeliverable {
  static readonly subject = 'requests.resourcing.decide-deliverable.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly deliverableId!: string;

  /** One for each criterion. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeliverableFinding)
  readonly findings!: readonly DeliverableFinding[];
}
