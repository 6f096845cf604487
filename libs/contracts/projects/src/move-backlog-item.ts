import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { BacklogItemMoved } from './backlog-item-moved.js';
import { BACKLOG_ITEM_STATES, type BacklogItemState } from './backlog-item-line.js';

/** An item goes on: into a sprint, into work, done, or back. */
export class MoveBacklogItem {
  static readonly subject = 'requests.projects.move-backlog-item.v1';
  static readonly kind = 'command';
  static readonly answer = BacklogItemMoved;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly itemId!: string;

  @IsIn(BACKLOG_ITEM_STATES) readonly to!: BacklogItemState;

  /** Needed from the backlog to `committed`, and only there. */
  @IsOptional() @IsUUID() readonly sprintId?: string;

  /** The day on which it was so; today when absent. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;
}
