import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { OpenQualityItem } from './open-quality-item.js';

/** What of a closing project is not accepted, and which mandatory checks have not passed. Told when it is asked, and again whenever it changes while the closing runs. */
export class ClosingQualityAnswered {
  static readonly subject = 'events.quality.closing-quality-answered.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsIn(['clear', 'open']) readonly verdict!: 'clear' | 'open';

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first 20 of them. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OpenQualityItem)
  readonly items!: readonly OpenQualityItem[];
}
