import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/**
 * After what the network was computed again, where `cause` has no word for it: `levelling`, `levelling-taken-off`. Kinds may be
 * added: who does not know one reads the sentence.
 */
export class ScheduleOccasion {
  @Matches(/^[a-z]+(-[a-z]+)*$/) @Length(1, 60) readonly kind!: string;

  /** The proposal that was agreed with. */
  @IsOptional() @IsUUID() readonly proposalId?: string;

  @IsString() @Length(1, 700) readonly sentence!: string;
}
