import { IsUUID } from 'class-validator';
import { RaidFile } from './raid-file.js';

/** One entry of the register, its history and what it was before. */
export class RaidEntry {
  static readonly subject = 'requests.projects.raid-entry.v1';
  static readonly kind = 'query';
  static readonly answer = RaidFile;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly entryId!: string;
}
