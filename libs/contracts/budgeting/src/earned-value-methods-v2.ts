import { IsUUID } from 'class-validator';
import { EarnedValueMethodListV2 } from './earned-value-method-list-v2.js';

/** How the parts of a plan earn. */
export class EarnedValueMethodsV2 {
  static readonly subject = 'requests.budgeting.earned-value-methods.v2';
  static readonly kind = 'query';
  static readonly answer = EarnedValueMethodListV2;

  @IsUUID() readonly projectId!: string;
}
