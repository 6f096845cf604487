import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { SiteLine } from './site-line.js';

/** Sites by name. */
export class SiteList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SiteLine)
  readonly sites!: readonly SiteLine[];
}
