import { ArrayMinSize, IsArray, IsInt, IsString, Min } from 'class-validator';
import { LessonLine } from './lesson-line.js';

/** A lesson of another project that is like this one in something. */
export class MatchedLesson extends LessonLine {
  /** The more, the more alike. */
  @IsInt() @Min(1) readonly score!: number;

  /** In what the projects are alike, as sentences. */
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) readonly reasons!: readonly string[];
}
