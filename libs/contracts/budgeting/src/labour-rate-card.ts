import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { LabourRateHistory } from './labour-rate-history.js';

/** Rates with their histories, in the order of their ids. */
export class LabourRateCard {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LabourRateHistory)
  readonly rates!: readonly LabourRateHistory[];

  /** The rate that the worker asked about is priced with; absent where there is none, or where several are equally specific. */
  @IsOptional() @IsUUID() readonly appliedRateId?: string;
}
