import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

export const LEVELLING_DECISIONS = ['open', 'accepted', 'contested', 'not-moved'] as const;

/** What a proposal asks of a project, and what its owner says. */
export class LevelledProject {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(0, 300) readonly name!: string;

  @IsIn(LEVELLING_DECISIONS) readonly decision!: (typeof LEVELLING_DECISIONS)[number];

  @IsInt() @Min(0) readonly moves!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishBefore!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finishAfter!: string;

  @IsOptional() @IsString() @MaxLength(200) readonly decidedBy?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly decidedAt?: string;

  /** Why the owner does not agree. */
  @IsOptional() @IsString() @MaxLength(2000) readonly objection?: string;
}
