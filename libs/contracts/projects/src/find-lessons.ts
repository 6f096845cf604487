import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { LessonPage } from './lesson-page.js';
import { LESSON_CATEGORIES, type LessonCategory } from './record-lesson.js';

/** What the projects learned that the caller may see, the latest first, a page at a time. */
export class FindLessons {
  static readonly subject = 'requests.projects.find-lessons.v1';
  static readonly kind = 'query';
  static readonly answer = LessonPage;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;

  /** Part of what happened or of the recommendation. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly text?: string;

  @IsOptional() @IsIn(LESSON_CATEGORIES) readonly category?: LessonCategory;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly portfolio?: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly programme?: string;

  @IsOptional() @IsString() @MaxLength(200) readonly orgUnit?: string;

  /** What kind of project learned it. */
  @IsOptional() @IsString() @MaxLength(200) readonly projectCategory?: string;

  /** The phase in which it was learned. */
  @IsOptional() @IsString() @MaxLength(200) readonly phase?: string;
}
