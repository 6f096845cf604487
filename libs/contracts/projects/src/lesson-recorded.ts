import { IsIn, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';
import { LESSON_CATEGORIES, type LessonCategory } from './record-lesson.js';

/** A project learned something, or says better what it learned. */
export class LessonRecorded {
  static readonly subject = 'events.projects.lesson-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly lessonId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(LESSON_CATEGORIES) readonly category!: LessonCategory;

  @IsString() @Length(1, 2000) readonly whatHappened!: string;

  @IsString() @Length(1, 2000) readonly recommendation!: string;

  @IsUUID() readonly recordedBy!: string;

  @IsString() @Length(1, 300) readonly recordedByName!: string;
}
