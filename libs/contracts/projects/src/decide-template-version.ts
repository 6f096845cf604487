import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { TemplateLineChoice } from './template-line-choice.js';
import { TemplateVersionSettled } from './template-version-settled.js';

/**
 * A project takes lines of a later version of its template, or declines the version, and says why. The version expected is that
 * of the plan. After an adoption the project runs the later version: lines it left out are offered again only when a version after it
 * changes them.
 */
export class DecideTemplateVersion {
  static readonly subject = 'requests.projects.decide-template-version.v1';
  static readonly kind = 'command';
  static readonly answer = TemplateVersionSettled;

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(2) readonly toVersion!: number;

  @IsIn(['adopt', 'decline']) readonly decision!: 'adopt' | 'decline';

  /** Empty when it is declined. */
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => TemplateLineChoice)
  readonly lines!: readonly TemplateLineChoice[];

  @IsString() @Length(1, 2000) readonly reason!: string;
}
