import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Min,
} from 'class-validator';

/**
 * How candidates depend on each other. `needs`: the first is not done without `needed`. `together-need`: all of them together are not
 * done without `needed`. `excludes`: at most one of two. `at-most` and `at-least`: `count` of them.
 */
export class ScenarioRule {
  @IsIn(['needs', 'together-need', 'excludes', 'at-most', 'at-least'])
  readonly kind!: 'needs' | 'together-need' | 'excludes' | 'at-most' | 'at-least';

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  readonly candidateIds!: readonly string[];

  @IsOptional() @IsString() @Length(1, 60) readonly needed?: string;

  /** Of `needs`: it starts only when `needed` is finished. */
  @IsOptional() @IsBoolean() readonly finishesFirst?: boolean;

  @IsOptional() @IsInt() @Min(0) readonly count?: number;
}
