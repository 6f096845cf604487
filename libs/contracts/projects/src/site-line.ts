import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ReadinessItem } from './readiness-item.js';
import { WorkCalendar } from './work-calendar.js';

/** A site as it is now. */
export class SiteLine {
  @IsUUID() readonly siteId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 20) readonly code!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @ValidateNested() @Type(() => WorkCalendar) readonly calendar!: WorkCalendar;

  @IsString() @Length(2, 35) readonly language!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 60) readonly timeZone!: string;

  @IsOptional() @IsUUID() readonly managerPersonId?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly managerName?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReadinessItem)
  readonly readiness!: readonly ReadinessItem[];

  /** Every item of its readiness is done. */
  @IsBoolean() readonly isReady!: boolean;
}
