import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { LessonFacets } from './lesson-facets.js';
import { LessonLine } from './lesson-line.js';

/** A page of lessons, the latest first. */
export class LessonPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LessonLine)
  readonly lessons!: readonly LessonLine[];

  @IsInt() @Min(0) readonly total!: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;

  /** With the first page. */
  @IsOptional() @ValidateNested() @Type(() => LessonFacets) readonly facets?: LessonFacets;
}
