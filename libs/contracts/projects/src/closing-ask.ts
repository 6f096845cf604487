import { IsIn, IsString, Length } from 'class-validator';

export const CLOSING_OWNERS = ['budgeting', 'resourcing', 'quality', 'governance'] as const;
export type ClosingOwner = (typeof CLOSING_OWNERS)[number];

/** What a service is asked before a project is closed. */
export class ClosingAsk {
  @IsIn(CLOSING_OWNERS) readonly owner!: ClosingOwner;

  /** In words, for the people who clear it. */
  @IsString() @Length(1, 300) readonly what!: string;
}
