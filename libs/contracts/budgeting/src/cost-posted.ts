import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A posting to the project's ledger, with the balances after it. */
export class CostPosted {
  static readonly subject = 'events.budgeting.cost-posted.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly postingId!: string;

  @IsIn(['commitment', 'release', 'actual', 'reversal'])
  readonly kind!: 'commitment' | 'release' | 'actual' | 'reversal';

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 200) readonly reference!: string;

  @IsOptional() @IsUUID() readonly taskId?: string;

  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly actualMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly availableMinor!: string;
}
