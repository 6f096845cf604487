import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { CLOSING_OWNERS, type ClosingOwner } from './closing-ask.js';
import { ClosingItem } from './closing-item.js';

/** What a service said when it was asked. */
export class ClosingAnswerLine {
  @IsIn(CLOSING_OWNERS) readonly owner!: ClosingOwner;

  @IsString() @Length(1, 300) readonly what!: string;

  @IsIn(['missing', 'clear', 'open']) readonly state!: 'missing' | 'clear' | 'open';

  @IsISO8601() readonly askedAt!: string;

  /** When the answer became what it is; absent while there is none. */
  @IsOptional() @IsISO8601() readonly answeredAt?: string;

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first of them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosingItem)
  readonly items!: readonly ClosingItem[];
}
