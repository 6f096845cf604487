import { IsUUID } from 'class-validator';
import { LevellingJobState } from './levelling-job-state.js';

/** How a levelling comes along. */
export class LevellingJob {
  static readonly subject = 'requests.resourcing.levelling-job.v1';
  static readonly kind = 'query';
  static readonly answer = LevellingJobState;

  @IsUUID() readonly jobId!: string;
}
