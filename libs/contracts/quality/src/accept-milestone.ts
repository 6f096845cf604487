import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Recorded } from './recorded.js';

/** Accepts a milestone. Refused while a mandatory check is open or failed. */
export class AcceptMilestone {
  static readonly subject = 'requests.quality.accept-milestone.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly statement?: string;
}
