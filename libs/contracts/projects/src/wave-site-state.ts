import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { SiteProject } from './site-project.js';

/** A site of a wave as it stands. */
export class WaveSiteState {
  @IsUUID() readonly siteId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(2, 35) readonly language!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 60) readonly timeZone!: string;

  @IsBoolean() readonly isReady!: boolean;

  @IsArray() @IsString({ each: true }) readonly openItems!: readonly string[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedStart!: string;

  /** Absent until it is launched. */
  @IsOptional() @ValidateNested() @Type(() => SiteProject) readonly project?: SiteProject;
}
