import { IsOptional, IsUUID } from 'class-validator';
import { VarianceRegister } from './variance-register.js';

/** The variances of a project, or of all that the person may see; of closed ones the latest. */
export class Variances {
  static readonly subject = 'requests.budgeting.variances.v1';
  static readonly kind = 'query';
  static readonly answer = VarianceRegister;

  @IsOptional() @IsUUID() readonly projectId?: string;
}
