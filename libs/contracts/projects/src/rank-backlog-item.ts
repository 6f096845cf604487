import { IsOptional, IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Says before which other item one is wanted; no other item changes. */
export class RankBacklogItem {
  static readonly subject = 'requests.projects.rank-backlog-item.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly itemId!: string;

  /** It becomes the last one when absent. */
  @IsOptional() @IsUUID() readonly beforeItemId?: string;
}
