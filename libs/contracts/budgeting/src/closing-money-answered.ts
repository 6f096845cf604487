import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { OpenMoneyItem } from './open-money-item.js';

/** What money a closing project still owes or holds. Told when it is asked, and again whenever it changes while the closing runs. */
export class ClosingMoneyAnswered {
  static readonly subject = 'events.budgeting.closing-money-answered.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsIn(['clear', 'open']) readonly verdict!: 'clear' | 'open';

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first 20 of them. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OpenMoneyItem)
  readonly items!: readonly OpenMoneyItem[];
}
