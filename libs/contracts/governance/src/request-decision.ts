import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Asks the sponsor or the PMO for a decision. */
export class RequestDecision {
  static readonly subject = 'requests.governance.request-decision.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsIn(['change-request', 'exception', 'approval'])
  readonly kind!: 'change-request' | 'exception' | 'approval';

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;
}
