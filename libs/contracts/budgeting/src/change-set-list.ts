import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ChangeSet } from './change-set.js';

/** Change-sets, the latest first. */
export class ChangeSetList {
  @ValidateNested({ each: true })
  @Type(() => ChangeSet)
  readonly changeSets!: readonly ChangeSet[];
}
