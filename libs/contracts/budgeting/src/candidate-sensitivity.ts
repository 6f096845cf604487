import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/**
 * How far the value or the cost of one candidate may change, everything else staying, before others are chosen. A side that is
 * absent: no change on it alters the choice, or it was not found in time.
 */
export class CandidateSensitivity {
  @IsString() @Length(1, 60) readonly candidateId!: string;

  /** Of a chosen one: it stays chosen while it loses less than this, in units of value. Equal at this. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly valueLoss?: string;

  /** Of one that is not chosen: it is chosen when it gains more than this. Equal at this. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly valueGain?: string;

  /** Of a chosen one: it fits up to this many per cent more of its cost in every period, in whole per cent rounded down. */
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000) readonly costRisePercent?: number;

  /** The choice stays while its cost falls by no more than this many per cent; changed at one per cent more. */
  @IsOptional() @IsInt() @Min(0) @Max(100) readonly costFallPercent?: number;

  /** Every selection behind it is proven to be the best. Otherwise the choice may change earlier than said. */
  @IsBoolean() readonly isProven!: boolean;
}
