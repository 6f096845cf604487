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
import { AccessChange } from './access-change.js';

export const ACCESS_STATES = ['to-come', 'open', 'ended'] as const;

/** Somebody of a partner, and until when the doors are open. */
export class PartnerPersonLine {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly grade?: string;

  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly site?: string;

  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessFrom!: string;

  /** Last day of access. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil!: string;

  /** Today. */
  @IsIn(ACCESS_STATES) readonly access!: (typeof ACCESS_STATES)[number];

  /** Who set which last day, and why; the latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AccessChange)
  readonly changes!: readonly AccessChange[];
}
