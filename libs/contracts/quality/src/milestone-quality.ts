import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CheckLine } from './check-line.js';

/** A milestone with its checks. */
export class MilestoneQuality {
  @IsUUID() readonly milestoneId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 500) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsBoolean() readonly isReady!: boolean;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly acceptedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly acceptedByName?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CheckLine)
  readonly checks!: readonly CheckLine[];
}
