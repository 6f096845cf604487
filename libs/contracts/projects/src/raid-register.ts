import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { RaidLine } from './raid-line.js';
import { RaidTotals } from './raid-totals.js';

/** The register of a project. */
export class RaidRegister {
  @IsUUID() readonly projectId!: string;

  /** Open ones first, the greatest exposure before the others; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly entries!: readonly RaidLine[];

  @IsInt() @Min(0) readonly entryCount!: number;

  /** Of all open entries that were asked for; a line for each currency. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidTotals)
  readonly totals!: readonly RaidTotals[];
}
