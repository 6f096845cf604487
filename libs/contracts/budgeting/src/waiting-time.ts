import { IsOptional, IsUUID } from 'class-validator';
import { WaitingTimeList } from './waiting-time-list.js';

/** Approved time that is no cost yet: of a project, or of all that the person may see. */
export class WaitingTime {
  static readonly subject = 'requests.budgeting.waiting-time.v1';
  static readonly kind = 'query';
  static readonly answer = WaitingTimeList;

  @IsOptional() @IsUUID() readonly projectId?: string;
}
