import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

export const DEPENDENCY_ANSWERS = ['accept', 'reject', 'renegotiate', 'withdraw'] as const;
export type DependencyAnswer = (typeof DEPENDENCY_ANSWERS)[number];

/** One side of a dependency contract answers the other, takes its own offer back, or asks for another day. */
export class AnswerDependency {
  static readonly subject = 'requests.projects.answer-dependency.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** The project for which is answered: the one that gives or the one that gets. */
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly dependencyId!: string;

  @IsIn(DEPENDENCY_ANSWERS) readonly answer!: DependencyAnswer;

  /** The day that is asked for; needed to renegotiate. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly promisedOn?: string;

  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;
}
