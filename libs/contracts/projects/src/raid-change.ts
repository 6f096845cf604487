import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { RaidFieldChange } from './raid-field-change.js';

export const RAID_DEEDS = ['raised', 'revised', 'settled', 'reopened', 'converted'] as const;
export type RaidDeed = (typeof RAID_DEEDS)[number];

/** One step of the history of an entry: who changed what, when and why. */
export class RaidChange {
  /** The version that the entry got by it. */
  @IsInt() @Min(1) readonly version!: number;

  /** `raised` also when it came from another entry; `converted`: it went on as another one. */
  @IsIn(RAID_DEEDS) readonly deed!: RaidDeed;

  @IsISO8601() readonly changedAt!: string;

  @IsUUID() readonly changedBy!: string;

  @IsString() @Length(1, 300) readonly changedByName!: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidFieldChange)
  readonly fields!: readonly RaidFieldChange[];
}
