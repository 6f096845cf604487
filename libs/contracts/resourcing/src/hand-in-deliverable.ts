import { IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Says that a deliverable is ready to be decided on, and where it is. By the partner, or for it by who manages the project. */
export class HandInDeliverable {
  static readonly subject = 'requests.resourcing.hand-in-deliverable.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly deliverableId!: string;

  /** What is handed in and where it lies. */
  @IsString() @Length(1, 2000) readonly evidence!: string;
}
