import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A gate or a decision that waits for the sponsor of its project. */
export class SponsoredDecision {
  @IsUUID() readonly sponsorPersonId!: string;

  @IsIn(['gate', 'decision']) readonly kind!: 'gate' | 'decision';

  /** Id of the gate or decision. */
  @IsUUID() readonly subjectId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly projectName!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;
}
