import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { RaidFacts } from './raid-facts.js';
import { Recorded } from './recorded.js';

/** Puts a risk, an assumption, an issue or a dependency into the register, or changes what is said of it. Version 0 while it is new. */
export class RecordRaid extends RaidFacts {
  static readonly subject = 'requests.projects.record-raid.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly entryId!: string;

  /** Why it is changed; needed for every change, not for a new entry. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;
}
