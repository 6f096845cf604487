import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export const DATE_CAUSES = [
  'link',
  'constraint',
  'calendar',
  'progress',
  'levelling-delay',
  'data-date',
  'work',
  'as-late-as-possible',
  'summary',
  'project-start',
  'project-finish',
  'deadline',
  'manual',
] as const;
export type DateCause = (typeof DATE_CAUSES)[number];

/** One date and what it follows from. */
export class DateStep {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsIn(['start', 'finish']) readonly end!: 'start' | 'finish';

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly at!: string;

  @IsIn(DATE_CAUSES) readonly kind!: DateCause;

  @IsString() @Length(1, 1000) readonly sentence!: string;

  /** The task whose date it follows from, when that is another one. */
  @IsOptional() @IsUUID() readonly otherTaskId?: string;

  @IsOptional() @IsString() @Length(1, 500) readonly otherName?: string;

  /** Of the other task, when it is one of another project. */
  @IsOptional() @IsUUID() readonly otherProjectId?: string;

  @IsOptional() @IsIn(['start', 'finish']) readonly otherEnd?: 'start' | 'finish';

  /** The date it follows from: of the other task, or the one that was given. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly from?: string;

  /** Of a link: FS, SS, FF or SF. */
  @IsOptional() @IsIn(['FS', 'SS', 'FF', 'SF']) readonly linkKind?: 'FS' | 'SS' | 'FF' | 'SF';

  /** Of work, a delay or what remains of a running task. */
  @IsOptional() @IsInt() readonly minutes?: number;
}
