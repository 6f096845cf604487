import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { LESSON_CATEGORIES, type LessonCategory } from './record-lesson.js';

/** What a project learned. */
export class LessonLine {
  @IsUUID() readonly lessonId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly projectCode!: string;

  @IsString() @Length(1, 300) readonly projectName!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly programme?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly orgUnit?: string;

  /** What kind of project it is. */
  @IsOptional() @IsString() @Length(1, 200) readonly projectCategory?: string;

  /** Where the project stood in its life when it learned. */
  @IsOptional() @IsString() @Length(1, 40) readonly stage?: string;

  /** The phase in which it learned. */
  @IsOptional() @IsString() @Length(1, 200) readonly phase?: string;

  /** From 1 within the project. */
  @IsInt() @Min(1) readonly number!: number;

  @IsIn(LESSON_CATEGORIES) readonly category!: LessonCategory;

  @IsString() @Length(1, 2000) readonly whatHappened!: string;

  @IsString() @Length(1, 2000) readonly recommendation!: string;

  @IsString() @Length(1, 300) readonly recordedByName!: string;

  @IsISO8601() readonly recordedAt!: string;
}
