import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { OpenGovernanceItem } from './open-governance-item.js';

/** Which gates and decisions of a closing project nobody has decided. Told when it is asked, and again whenever it changes while the closing runs. */
export class ClosingGovernanceAnswered {
  static readonly subject = 'events.governance.closing-governance-answered.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly closingId!: string;

  @IsIn(['clear', 'open']) readonly verdict!: 'clear' | 'open';

  @IsInt() @Min(0) readonly openCount!: number;

  /** The first 20 of them. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OpenGovernanceItem)
  readonly items!: readonly OpenGovernanceItem[];
}
