import { IsUUID } from 'class-validator';

/**
 * A concern that was told to wait too long for its answer waits no more: it was answered, or closed. Says neither by whom nor
 * how; of a concern that was answered in time nothing is told.
 */
export class ConcernAttended {
  static readonly subject = 'events.resourcing.concern-attended.v1';
  static readonly aggregate = 'concernId';

  @IsUUID() readonly concernId!: string;
}
