import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ExchangeRate } from './exchange-rate.js';

/** A set of exchange rates; once approved it never changes. */
export class RateSetFigures {
  @IsUUID() readonly setId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 120) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly fixedOn!: string;

  @IsIn(['drafted', 'approved']) readonly state!: 'drafted' | 'approved';

  @Matches(/^[A-Z]{3}$/) readonly base!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ExchangeRate)
  readonly rates!: readonly ExchangeRate[];

  @IsString() @Length(1, 200) readonly recordedBy!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly approvedBy?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;
}
