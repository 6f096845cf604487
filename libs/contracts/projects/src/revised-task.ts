import { Type } from 'class-transformer';
import { IsArray, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { ChangedField } from './changed-field.js';

/** A task of which a file says other things than the plan. */
export class RevisedTask {
  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @MaxLength(500) readonly name!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChangedField)
  readonly changes!: readonly ChangedField[];
}
