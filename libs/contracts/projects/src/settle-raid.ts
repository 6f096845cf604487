import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

export const RAID_OUTCOMES = [
  'open',
  'averted',
  'expired',
  'confirmed',
  'void',
  'resolved',
  'met',
  'dropped',
] as const;
export type RaidOutcome = (typeof RAID_OUTCOMES)[number];

/** Ends an entry of the register with what became of it, or opens it again. */
export class SettleRaid {
  static readonly subject = 'requests.projects.settle-raid.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly entryId!: string;

  /** As its kind ends: see `status` of RaidRecorded; `open` opens it again. */
  @IsIn(RAID_OUTCOMES) readonly outcome!: RaidOutcome;

  @IsString() @Length(1, 500) readonly reason!: string;
}
