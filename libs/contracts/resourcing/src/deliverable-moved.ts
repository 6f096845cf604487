import { IsIn, IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { DELIVERABLE_STATES, type DeliverableState } from './deliverable-states.js';

/** Something a partner delivers was agreed or changed, handed in, accepted or rejected. */
export class DeliverableMoved {
  static readonly subject = 'events.resourcing.deliverable-moved.v1';
  static readonly aggregate = 'deliverableId';

  @IsUUID() readonly deliverableId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly partnerId!: string;

  @IsString() @Length(1, 200) readonly partnerName!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsIn(DELIVERABLE_STATES) readonly state!: DeliverableState;
}
