import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Who reads concerns for the HR partners from now on. What was raised before stays with those it went to. */
export class AppointHrPartners {
  static readonly subject = 'requests.resourcing.appoint-hr-partners.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  readonly personIds!: readonly string[];
}
