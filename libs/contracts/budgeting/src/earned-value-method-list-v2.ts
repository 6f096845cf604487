import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { EarnedValueMethodSetV2 } from './earned-value-method-set-v2.js';

/** How the parts of a plan earn, every setting of each part, the latest first; tasks of no part earn by percent complete. */
export class EarnedValueMethodListV2 {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EarnedValueMethodSetV2)
  readonly methods!: readonly EarnedValueMethodSetV2[];
}
