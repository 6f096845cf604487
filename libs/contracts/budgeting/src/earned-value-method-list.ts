import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { EarnedValueMethodSet } from './earned-value-method-set.js';

/** How the parts of a plan earn, every setting of each part, the latest first; tasks of no part earn by percent complete. */
export class EarnedValueMethodList {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EarnedValueMethodSet)
  readonly methods!: readonly EarnedValueMethodSet[];
}
