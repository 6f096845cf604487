import { IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Nothing new begins from a retired template; what began from it stays. */
export class RetireTemplate {
  static readonly subject = 'requests.projects.retire-template.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly templateId!: string;

  @IsString() @Length(1, 2000) readonly reason!: string;
}
