import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { RAID_EFFECTS, RAID_KINDS, type RaidEffect, type RaidKind } from './raid-facts.js';
import { Recorded } from './recorded.js';

/**
 * Lets an entry of the register go on as another one, which takes over everything that is known: an assumption or a
 * dependency as a risk or an issue, a risk as an issue. Never backwards. The answer names the new entry.
 */
export class ConvertRaid {
  static readonly subject = 'requests.projects.convert-raid.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly entryId!: string;

  @IsIn(RAID_KINDS) readonly to!: RaidKind;

  /** When it goes on as a risk: an assumption that may turn out better than thought is an opportunity. A threat when absent. */
  @IsOptional() @IsIn(RAID_EFFECTS) readonly effect?: RaidEffect;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;
}
