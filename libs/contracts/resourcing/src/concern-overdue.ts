import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { CONFIDENTIALITY, type Confidentiality } from './concern-kinds.js';

/**
 * The day by which a concern was to be answered is over; told once. Says neither who raised it nor what it is about: only
 * whom it waits for, and whose line managers they have.
 */
export class ConcernOverdue {
  static readonly subject = 'events.resourcing.concern-overdue.v1';
  static readonly aggregate = 'concernId';

  @IsUUID() readonly concernId!: string;

  @IsIn(CONFIDENTIALITY) readonly confidentiality!: Confidentiality;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly answerBy!: string;

  /** Who was to answer. */
  @IsArray() @IsUUID('all', { each: true }) readonly waitsForPersonIds!: readonly string[];

  /** What they are called. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  readonly waitsForNames?: readonly string[];

  /** Their line managers, who learn that an answer is owed, and do not read the concern. Never who raised it. */
  @IsArray() @IsUUID('all', { each: true }) readonly escalatedToPersonIds!: readonly string[];
}
