import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { HrUnitPartners } from './hr-unit-partners.js';
import { NamedPerson } from './named-person.js';

/** HR partners, by name: those of the house, and of units that have their own. */
export class HrPartnersFigures {
  @IsInt() @Min(0) readonly version!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedPerson)
  readonly partners!: readonly NamedPerson[];

  /** Units that have their own, by name. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HrUnitPartners)
  readonly units?: readonly HrUnitPartners[];

  /** Whom a concern of the caller would go to. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedPerson)
  readonly own?: readonly NamedPerson[];

  /** All units in which people are; for who appoints partners. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  readonly orgUnits?: readonly string[];
}
