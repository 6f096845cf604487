import { IsOptional, IsString, Length } from 'class-validator';
import { ChangeSetList } from './change-set-list.js';

/** The last twenty change-sets: all lines for who decides on portfolios, for a project manager those of the own projects. */
export class ChangeSets {
  static readonly subject = 'requests.budgeting.change-sets.v1';
  static readonly kind = 'query';
  static readonly answer = ChangeSetList;

  @IsOptional() @IsString() @Length(1, 100) readonly portfolio?: string;
}
