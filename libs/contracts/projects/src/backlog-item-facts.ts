import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

export const BACKLOG_ITEM_KINDS = ['story', 'defect', 'chore', 'spike'] as const;
export type BacklogItemKind = (typeof BACKLOG_ITEM_KINDS)[number];

/** What people say of an item of a backlog. */
export class BacklogItemFacts {
  @IsString() @Length(1, 300) readonly title!: string;

  @IsIn(BACKLOG_ITEM_KINDS) readonly kind!: BacklogItemKind;

  /** Story points; absent while nobody estimated it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly points?: number;

  /** The milestone that cannot be reached without it. */
  @IsOptional() @IsUUID() readonly milestoneId?: string;

  /** The task of the plan that it is a part of: the task's progress follows its items. */
  @IsOptional() @IsUUID() readonly taskId?: string;
}
