import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** The plan follows no levelling any more: its tasks start when links and dates let them. The network is computed again. */
export class TakeOffLevelling {
  static readonly subject = 'requests.projects.take-off-levelling.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsOptional() @IsString() @Length(1, 500) readonly reason?: string;
}
