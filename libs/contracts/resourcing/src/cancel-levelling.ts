import { IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Ends a levelling that waits or runs; what it has found so far is dropped. */
export class CancelLevelling {
  static readonly subject = 'requests.resourcing.cancel-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly jobId!: string;
}
