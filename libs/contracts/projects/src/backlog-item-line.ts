import { IsIn, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { BacklogItemFacts } from './backlog-item-facts.js';

export const BACKLOG_ITEM_STATES = ['backlog', 'committed', 'in-progress', 'done', 'dropped'] as const;
export type BacklogItemState = (typeof BACKLOG_ITEM_STATES)[number];

/** An item of a backlog as it stands. */
export class BacklogItemLine extends BacklogItemFacts {
  @IsUUID() readonly itemId!: string;

  /** People call it by this number within the project. */
  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(1) readonly version!: number;

  /** Digits that sort as text: what comes first is wanted first. */
  @Matches(/^\d{8,400}$/) readonly rank!: string;

  @IsIn(BACKLOG_ITEM_STATES) readonly state!: BacklogItemState;

  /** The sprint it is committed to, in progress in or was done in. */
  @IsOptional() @IsUUID() readonly sprintId?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly recordedOn!: string;

  /** When somebody first worked on it. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startedOn?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly doneOn?: string;
}
