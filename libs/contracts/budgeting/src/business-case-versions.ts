import { Type } from 'class-transformer';
import { IsUUID, ValidateNested } from 'class-validator';
import { BusinessCaseFigures } from './business-case-figures.js';

/** The versions of a business case, the latest first; none before one was recorded. */
export class BusinessCaseVersions {
  @IsUUID() readonly projectId!: string;

  @ValidateNested({ each: true })
  @Type(() => BusinessCaseFigures)
  readonly versions!: readonly BusinessCaseFigures[];
}
