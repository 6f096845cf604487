import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ChangeSetLine } from './change-set-line.js';

/** What an approved scenario changes, line by line; `superseded` when another one was approved before it was applied. */
export class ChangeSet {
  @IsUUID() readonly scenarioId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsIn(['in-review', 'applied', 'superseded']) readonly state!: 'in-review' | 'applied' | 'superseded';

  @IsISO8601() readonly draftedAt!: string;

  /** Who decided that it is applied, where and when. */
  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  @IsOptional() @IsISO8601() readonly appliedAt?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly appliedBy?: string;

  /** Those that whoever asks may see. */
  @ValidateNested({ each: true })
  @Type(() => ChangeSetLine)
  readonly lines!: readonly ChangeSetLine[];
}
