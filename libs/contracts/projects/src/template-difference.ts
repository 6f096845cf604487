import { IsArray, IsIn, IsString, Length, MaxLength } from 'class-validator';

/** A task that is there in one only, or is other than it was. */
export class TemplateDifference {
  @IsString() @Length(1, 100) readonly key!: string;

  @IsString() @MaxLength(500) readonly name!: string;

  @IsIn(['added', 'removed', 'changed']) readonly change!: 'added' | 'removed' | 'changed';

  /** What is other: name, place, kind, duration, links, date, calendar, roles, checks. */
  @IsArray() @IsString({ each: true }) readonly fields!: readonly string[];
}
