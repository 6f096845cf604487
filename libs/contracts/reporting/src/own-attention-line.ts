import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Something that waits for one person, and that nobody else sees. */
export class OwnAttentionLine {
  @IsUUID() readonly lineId!: string;

  /**
   * An answer to a concern that the reader owes, one that somebody owes whose line manager the reader is, or figures of a
   * period that the reader sees first.
   */
  @IsIn(['concern-answer', 'concern-owed', 'performance'])
  readonly kind!: 'concern-answer' | 'concern-owed' | 'performance';

  @IsIn(['red', 'amber']) readonly severity!: 'red' | 'amber';

  @IsString() @Length(1, 300) readonly title!: string;

  @IsString() @Length(1, 500) readonly detail!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly since!: string;

  /** The period of figures, as the question about them takes it. */
  @IsOptional()
  @Matches(/^\d{4}-Q[1-4]$/)
  readonly period?: string;
}
