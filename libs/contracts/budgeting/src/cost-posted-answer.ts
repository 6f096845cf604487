import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

/** The posting and the balances after it. */
export class CostPostedAnswer {
  @IsUUID() readonly postingId!: string;

  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly actualMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly availableMinor!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly warning?: string;
}
