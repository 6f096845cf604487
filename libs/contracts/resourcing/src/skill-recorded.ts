import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/** What somebody can do was recorded anew. */
export class SkillRecorded {
  static readonly subject = 'events.resourcing.skill-recorded.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsInt() @Min(0) @Max(5) readonly level!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil?: string;

  /** Recorded by who decides for the person, not only stated. */
  @IsBoolean() readonly isConfirmed!: boolean;
}
