import { IsString, IsUUID, Length } from 'class-validator';
import { ChangeSet } from './change-set.js';

/** Orders what was accepted, each change once; what is contested is left out. */
export class ApplyChangeSet {
  static readonly subject = 'requests.budgeting.apply-change-set.v1';
  static readonly kind = 'command';
  static readonly answer = ChangeSet;

  @IsUUID() readonly scenarioId!: string;

  /** Who decided, where and when: `Portfolio board, 30 November`. */
  @IsString() @Length(1, 300) readonly decision!: string;
}
