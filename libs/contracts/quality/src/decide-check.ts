import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Recorded } from './recorded.js';

/** Decides a check. Passing needs evidence, waiving needs a reason. */
export class DecideCheck {
  static readonly subject = 'requests.quality.decide-check.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly checkId!: string;

  @IsIn(['passed', 'failed', 'waived', 'open'])
  readonly state!: 'passed' | 'failed' | 'waived' | 'open';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly evidence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string;
}
