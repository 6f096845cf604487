import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Who reads concerns for the HR partners from now on. What was raised before stays with those it went to. */
export class AppointHrPartners {
  static readonly subject = 'requests.resourcing.appoint-hr-partners.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** A unit that gets its own partners, or with nobody the ones of the house again. The house where it is left out. */
  @IsOptional() @IsString() @Length(1, 200) readonly orgUnit?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  readonly personIds!: readonly string[];
}
