import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/**
 * After what the network was computed again, where `cause` has no word for it: `levelling`, `levelling-taken-off`, `linked-project`,
 * `project-link-made`, `project-link-removed`. Kinds may be
 * added: who does not know one reads the sentence.
 */
export class ScheduleOccasion {
  @Matches(/^[a-z]+(-[a-z]+)*$/) @Length(1, 60) readonly kind!: string;

  /** The proposal that was agreed with. */
  @IsOptional() @IsUUID() readonly proposalId?: string;

  /** The other project that moved or is waited for; left out when it is confidential. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 700) readonly sentence!: string;
}
