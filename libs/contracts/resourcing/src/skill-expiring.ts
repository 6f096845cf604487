import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/** A skill ends soon to count; told once for its last day. */
export class SkillExpiring {
  static readonly subject = 'events.resourcing.skill-expiring.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  @IsString() @Length(1, 120) readonly skill!: string;

  @IsInt() @Min(1) @Max(5) readonly level!: number;

  /** The last day on which it counts. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil!: string;
}
