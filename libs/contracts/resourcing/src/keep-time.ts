import { IsOptional, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Says from when on sheets are asked for, and closes time up to a day. What is left out stays as it is. */
export class KeepTime {
  static readonly subject = 'requests.resourcing.keep-time.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly keptFrom?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lockedThrough?: string;
}
