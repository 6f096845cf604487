import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A project that may be done, as it is scored. */
export class ScoringCandidate {
  /** The code that scenarios name it by. */
  @Matches(/^[\w.-]{1,60}$/) readonly candidateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Where it is recorded as a project already. */
  @IsOptional() @IsUUID() readonly projectId?: string;
}
