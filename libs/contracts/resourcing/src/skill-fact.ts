import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** What was recorded of a skill at a moment. */
export class SkillFact {
  @IsInt() @Min(1) readonly version!: number;

  @IsInt() @Min(0) @Max(5) readonly level!: number;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly evidence?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil?: string;

  @IsBoolean() readonly isWanted!: boolean;

  @IsBoolean() readonly isConfirmed!: boolean;

  @IsString() @MaxLength(200) readonly recordedBy!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly recordedAt!: string;
}
