import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BusinessCaseFigures } from './business-case-figures.js';
import { CashFlow } from './cash-flow.js';

/** Records why a project pays: a new version of its business case. */
export class RecordBusinessCase {
  static readonly subject = 'requests.budgeting.record-business-case.v1';
  static readonly kind = 'command';
  static readonly answer = BusinessCaseFigures;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly summary!: string;

  @IsString() @MaxLength(4_000) readonly assumptions!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** For one period: `0.1` is 10 per cent. */
  @Matches(/^-?\d{1,2}(\.\d{1,6})?$/) readonly discountRate!: string;

  /** At the start, not discounted; an outlay is negative. */
  @Matches(/^-?\d{1,15}$/) readonly nowMinor!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CashFlow)
  readonly flows!: readonly CashFlow[];
}
