import { IsOptional, IsUUID } from 'class-validator';
import { PartnersFigures } from './partners-figures.js';

/** Partners with their people, by name; one of them when it is named. */
export class Partners {
  static readonly subject = 'requests.resourcing.partners.v1';
  static readonly kind = 'query';
  static readonly answer = PartnersFigures;

  @IsOptional() @IsUUID() readonly partnerId?: string;
}
