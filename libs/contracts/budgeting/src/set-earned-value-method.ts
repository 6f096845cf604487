import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { EarnedValueMethodList } from './earned-value-method-list.js';

/** How a part of a plan earns its budget: a WBS element with all below, so a task, a control account or the whole. */
export class SetEarnedValueMethod {
  static readonly subject = 'requests.budgeting.set-earned-value-method.v1';
  static readonly kind = 'command';
  static readonly answer = EarnedValueMethodList;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsIn(['percent-complete', 'zero-hundred', 'fifty-fifty'])
  readonly method!: 'percent-complete' | 'zero-hundred' | 'fifty-fifty';

  /** Why it is measured so, or otherwise than before. */
  @IsString() @Length(1, 1000) readonly reason!: string;
}
