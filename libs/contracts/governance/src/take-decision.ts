import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Takes a requested decision. Who asked does not decide. */
export class TakeDecision {
  static readonly subject = 'requests.governance.take-decision.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly decisionId!: string;

  @IsIn(['approved', 'rejected', 'deferred']) readonly outcome!: 'approved' | 'rejected' | 'deferred';

  @IsString() @Length(1, 2000) readonly reason!: string;
}
