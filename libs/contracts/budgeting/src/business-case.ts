import { IsUUID } from 'class-validator';
import { BusinessCaseVersions } from './business-case-versions.js';

/** All versions of a project's business case, the latest first. */
export class BusinessCase {
  static readonly subject = 'requests.budgeting.business-case.v1';
  static readonly kind = 'query';
  static readonly answer = BusinessCaseVersions;

  @IsUUID() readonly projectId!: string;
}
