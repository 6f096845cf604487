import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ChangeSet } from './change-set.js';

/** Orders what was accepted, each change once; what is contested is left out. */
export class ApplyChangeSet {
  static readonly subject = 'requests.budgeting.apply-change-set.v1';
  static readonly kind = 'command';
  static readonly answer = ChangeSet;

  @IsUUID() readonly scenarioId!: string;

  /** Who decided, where and when: `Portfolio board, 30 November`. */
  @IsString() @Length(1, 300) readonly decision!: string;

  /** Posts the budgets of accepted lines at once: all of them or nothing is applied, or those that can be. None when left out. */
  @IsOptional()
  @IsIn(['all-or-nothing', 'line-by-line'])
  readonly budgets?: 'all-or-nothing' | 'line-by-line';
}
