import { IsUUID } from 'class-validator';
import { MatchedLessons } from './matched-lessons.js';

/** What other projects that the caller may see learned, and this one should know at where it stands. */
export class MatchingLessons {
  static readonly subject = 'requests.projects.matching-lessons.v1';
  static readonly kind = 'query';
  static readonly answer = MatchedLessons;

  @IsUUID() readonly projectId!: string;
}
