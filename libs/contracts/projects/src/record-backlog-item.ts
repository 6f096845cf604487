import { IsUUID } from 'class-validator';
import { BacklogItemFacts } from './backlog-item-facts.js';
import { Recorded } from './recorded.js';

/** Puts an item at the end of a backlog, or changes what is said of it. Version 0 while it is new. */
export class RecordBacklogItem extends BacklogItemFacts {
  static readonly subject = 'requests.projects.record-backlog-item.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly itemId!: string;
}
