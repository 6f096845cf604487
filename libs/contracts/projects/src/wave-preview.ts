import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { PreviewedSite } from './previewed-site.js';
import { SharedRole } from './shared-role.js';

/** A wave as its template and the calendars of its sites have it; nothing of it is written. */
export class WavePreview {
  @IsUUID() readonly waveId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewedSite)
  readonly sites!: readonly PreviewedSite[];

  /** Stretches of days in which sites together want more of a role than any one of them does; at most 200. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SharedRole)
  readonly sharedRoles!: readonly SharedRole[];
}
