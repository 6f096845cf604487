import { IsIn, IsInt, IsISO8601, IsString, Length, Min } from 'class-validator';

/** What was set for a part of a plan; the innermost part counts for a task. */
export class EarnedValueMethodSet {
  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(['percent-complete', 'zero-hundred', 'fifty-fifty'])
  readonly method!: 'percent-complete' | 'zero-hundred' | 'fifty-fifty';

  @IsString() @Length(1, 1000) readonly reason!: string;

  @IsString() @Length(1, 300) readonly setBy!: string;

  @IsISO8601() readonly setAt!: string;
}
