import { IsUUID } from 'class-validator';
import { MilestoneFile } from './milestone-file.js';

/** One milestone: owner, criteria, and the history of its baseline, forecast and actual day. */
export class MilestoneRecord {
  static readonly subject = 'requests.projects.milestone-record.v1';
  static readonly kind = 'query';
  static readonly answer = MilestoneFile;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;
}
