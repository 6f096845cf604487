import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';
import { RAID_KINDS, type RaidKind } from './raid-facts.js';

/** An entry of the register became another one: a risk happened, an assumption turned out to be a risk. Follows both records. */
export class RaidConverted {
  static readonly subject = 'events.projects.raid-converted.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly fromEntryId!: string;

  @IsInt() @Min(1) readonly fromNumber!: number;

  @IsIn(RAID_KINDS) readonly fromKind!: RaidKind;

  @IsUUID() readonly toEntryId!: string;

  @IsInt() @Min(1) readonly toNumber!: number;

  @IsIn(RAID_KINDS) readonly toKind!: RaidKind;

  @IsString() @Length(1, 200) readonly title!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly convertedOn!: string;

  @IsUUID() readonly convertedBy!: string;

  @IsString() @Length(1, 300) readonly convertedByName!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
