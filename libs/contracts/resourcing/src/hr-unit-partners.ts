import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, Length, Min, ValidateNested } from 'class-validator';
import { NamedPerson } from './named-person.js';

/** HR partners of one organisation unit, in the place of those of the house. */
export class HrUnitPartners {
  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsInt() @Min(1) readonly version!: number;

  /** Nobody: the partners of the house again. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedPerson)
  readonly partners!: readonly NamedPerson[];
}
