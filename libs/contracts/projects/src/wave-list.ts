import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { WaveLine } from './wave-line.js';

/** The waves there are. */
export class WaveList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaveLine)
  readonly waves!: readonly WaveLine[];
}
