import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, Min, ValidateNested } from 'class-validator';
import { CLOSING_OWNERS, type ClosingOwner } from './closing-ask.js';
import { ClosingItem } from './closing-item.js';

/** What a service had not answered, or still had open, when a closing was ended all the same. */
export class ClosingGap {
  @IsIn(CLOSING_OWNERS) readonly owner!: ClosingOwner;

  @IsIn(['missing', 'open']) readonly state!: 'missing' | 'open';

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first of them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingItem)
  readonly items!: readonly ClosingItem[];
}
