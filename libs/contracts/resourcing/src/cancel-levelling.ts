import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Ends a levelling that waits or runs; what it has found so far is dropped. */
export class CancelLevelling {
  static readonly subject = 'requests.resourcing.cancel-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly jobId!: string;

  @IsOptional() @IsString() @Length(1, 500) readonly reason?: string;
}
