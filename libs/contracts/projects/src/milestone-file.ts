import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { MilestoneTrendLine } from './milestone-trend-line.js';
import { MilestoneVersion } from './milestone-version.js';

/** A milestone with everything it ever was. */
export class MilestoneFile {
  @ValidateNested()
  @Type(() => MilestoneTrendLine)
  readonly milestone!: MilestoneTrendLine;

  /** The last one first; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneVersion)
  readonly history!: readonly MilestoneVersion[];
}
