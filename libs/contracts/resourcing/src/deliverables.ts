import { IsOptional, IsUUID } from 'class-validator';
import { DeliverablesFigures } from './deliverables-figures.js';

/** Deliverables by due date: of projects the caller may see; people of a partner see those of the own partner. */
export class Deliverables {
  static readonly subject = 'requests.resourcing.deliverables.v1';
  static readonly kind = 'query';
  static readonly answer = DeliverablesFigures;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly partnerId?: string;
}
