import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Somebody asks for a decision. */
export class DecisionRequested {
  static readonly subject = 'events.governance.decision-requested.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly decisionId!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsIn(['change-request', 'exception', 'approval'])
  readonly kind!: 'change-request' | 'exception' | 'approval';

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsUUID() readonly requestedBy!: string;
}
