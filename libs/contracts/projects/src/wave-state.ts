import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { WaveLine } from './wave-line.js';
import { WaveSiteState } from './wave-site-state.js';

/** A wave site by site. */
export class WaveState {
  @ValidateNested() @Type(() => WaveLine) readonly wave!: WaveLine;

  /** The latest version that the template has by now. */
  @IsInt() @Min(1) readonly latestTemplateVersion!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaveSiteState)
  readonly sites!: readonly WaveSiteState[];
}
