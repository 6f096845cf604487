import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';

export const STAFFING_REASONS = ['skills', 'availability', 'continuity', 'growth', 'cost-grade'] as const;

/** Why somebody fits. */
export class StaffingReason {
  @IsIn(STAFFING_REASONS) readonly kind!: (typeof STAFFING_REASONS)[number];

  /** How well, of 100. */
  @IsInt() @Min(0) @Max(100) readonly points!: number;

  @IsString() @Length(1, 500) readonly sentence!: string;
}
