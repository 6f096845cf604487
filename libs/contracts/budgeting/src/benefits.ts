import { IsOptional, IsUUID } from 'class-validator';
import { BenefitRegister } from './benefit-register.js';

/** The benefits register: of a project, or of all that the person may see. */
export class Benefits {
  static readonly subject = 'requests.budgeting.benefits.v1';
  static readonly kind = 'query';
  static readonly answer = BenefitRegister;

  @IsOptional() @IsUUID() readonly projectId?: string;
}
