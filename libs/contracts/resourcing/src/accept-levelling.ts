import { IsOptional, IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/**
 * The owner of a project agrees with what a proposal asks of it. When all projects that it moves have agreed, the
 * proposal is accepted and each project is told its delays.
 */
export class AcceptLevelling {
  static readonly subject = 'requests.resourcing.accept-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly proposalId!: string;

  /** All projects that have not agreed yet when none is named: for the PMO. */
  @IsOptional() @IsUUID() readonly projectId?: string;
}
