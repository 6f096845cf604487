import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { StaffingReason } from './staffing-reason.js';

/** Somebody who could do it. */
export class StaffingCandidate {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  /** Points times weights, summed. */
  @IsInt() @Min(0) readonly score!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffingReason)
  readonly reasons!: readonly StaffingReason[];
}
