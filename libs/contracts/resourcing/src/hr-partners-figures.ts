import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { NamedPerson } from './named-person.js';

/** HR partners, by name. */
export class HrPartnersFigures {
  @IsInt() @Min(0) readonly version!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedPerson)
  readonly partners!: readonly NamedPerson[];
}
