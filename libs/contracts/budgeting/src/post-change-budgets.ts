import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { ChangeSet } from './change-set.js';

/** Posts the budgets of an applied change-set that were not posted yet. */
export class PostChangeBudgets {
  static readonly subject = 'requests.budgeting.post-change-budgets.v1';
  static readonly kind = 'command';
  static readonly answer = ChangeSet;

  @IsUUID() readonly scenarioId!: string;

  /** All that is left or nothing; or what can be posted, each other line with the reason why not. */
  @IsIn(['all-or-nothing', 'line-by-line']) readonly budgets!: 'all-or-nothing' | 'line-by-line';

  /** Who decided, where and when: `Portfolio board, 30 November`. */
  @IsString() @Length(1, 300) readonly decision!: string;
}
