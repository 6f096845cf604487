import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

export const LESSON_CATEGORIES = [
  'scope',
  'schedule',
  'cost',
  'quality',
  'people',
  'communication',
  'risk',
  'procurement',
  'technology',
  'other',
] as const;
export type LessonCategory = (typeof LESSON_CATEGORIES)[number];

/** Writes down what a project learned, or says it better. Version 0 while it is new. */
export class RecordLesson {
  static readonly subject = 'requests.projects.record-lesson.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly lessonId!: string;

  @IsIn(LESSON_CATEGORIES) readonly category!: LessonCategory;

  @IsString() @Length(1, 2000) readonly whatHappened!: string;

  /** What the next project should do. */
  @IsString() @Length(1, 2000) readonly recommendation!: string;
}
