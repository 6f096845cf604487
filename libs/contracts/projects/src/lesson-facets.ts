import { IsArray, IsString } from 'class-validator';

/** What the lessons that the caller may see can be asked for by. */
export class LessonFacets {
  @IsArray() @IsString({ each: true }) readonly programmes!: readonly string[];

  @IsArray() @IsString({ each: true }) readonly orgUnits!: readonly string[];

  @IsArray() @IsString({ each: true }) readonly projectCategories!: readonly string[];

  /** Phases in which something was learned. */
  @IsArray() @IsString({ each: true }) readonly phases!: readonly string[];
}
