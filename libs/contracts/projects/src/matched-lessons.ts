import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { MatchedLesson } from './matched-lesson.js';

/** Lessons that match a project, the closest match first. */
export class MatchedLessons {
  @IsUUID() readonly projectId!: string;

  /** Why now: the project is being planned, a gate comes within four weeks or is overdue, or neither. */
  @IsIn(['planning', 'gate', 'none']) readonly occasion!: 'planning' | 'gate' | 'none';

  @IsOptional() @IsString() @Length(1, 200) readonly gateName?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly gateOn?: string;

  /** At most 20. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MatchedLesson)
  readonly lessons!: readonly MatchedLesson[];

  @IsInt() @Min(0) readonly matchCount!: number;
}
