import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { VarianceRecord } from './variance-record.js';

/** Variances, those that ask for something first. */
export class VarianceRegister {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => VarianceRecord)
  readonly variances!: readonly VarianceRecord[];
}
