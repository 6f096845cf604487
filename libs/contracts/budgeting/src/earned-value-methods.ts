import { IsUUID } from 'class-validator';
import { EarnedValueMethodList } from './earned-value-method-list.js';

/** How the parts of a plan earn. */
export class EarnedValueMethods {
  static readonly subject = 'requests.budgeting.earned-value-methods.v1';
  static readonly kind = 'query';
  static readonly answer = EarnedValueMethodList;

  @IsUUID() readonly projectId!: string;
}
