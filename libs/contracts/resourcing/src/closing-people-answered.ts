import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { OpenPeopleItem } from './open-people-item.js';

/** Who is still booked for a closing project, and whose time for it is not approved. Told when it is asked, and again whenever it changes while the closing runs. */
export class ClosingPeopleAnswered {
  static readonly subject = 'events.resourcing.closing-people-answered.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsIn(['clear', 'open']) readonly verdict!: 'clear' | 'open';

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first 20 of them. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OpenPeopleItem)
  readonly items!: readonly OpenPeopleItem[];
}
