import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ExchangeRate } from './exchange-rate.js';
import { RateSetFigures } from './rate-set-figures.js';

/** Drafts a set of exchange rates, or changes the draft. Every rate is against one base, so that none contradicts another. */
export class RecordRateSet {
  static readonly subject = 'requests.budgeting.record-rate-set.v1';
  static readonly kind = 'command';
  static readonly answer = RateSetFigures;

  @IsUUID() readonly setId!: string;

  @IsString() @Length(1, 120) readonly name!: string;

  /** The day whose rates these are. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly fixedOn!: string;

  @Matches(/^[A-Z]{3}$/) readonly base!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ExchangeRate)
  readonly rates!: readonly ExchangeRate[];
}
