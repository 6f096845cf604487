import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { RaidChange } from './raid-change.js';
import { RaidLine } from './raid-line.js';

/** An entry of the register with everything that was ever said of it. */
export class RaidFile {
  @ValidateNested()
  @Type(() => RaidLine)
  readonly entry!: RaidLine;

  /** From the first step to the last. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidChange)
  readonly history!: readonly RaidChange[];

  /** What it was before and what it became, from the first entry to the last, itself among them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly lineage!: readonly RaidLine[];
}
