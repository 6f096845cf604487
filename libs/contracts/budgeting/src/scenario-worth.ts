import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

/** What more of something scarce would add, selected anew in whole projects. */
export class ScenarioWorth {
  /** The budget when absent. */
  @IsOptional() @IsString() @Length(1, 100) readonly role?: string;

  @IsInt() @Min(0) readonly period!: number;

  @Matches(/^[1-9]\d{0,14}$/) readonly more!: string;

  /** Less than nothing when time was over before the selection with more was as good as the one without. */
  @Matches(/^-?\d{1,18}$/) readonly adds!: string;

  @IsIn(['optimal', 'within-gap', 'best-found', 'none-found'])
  readonly proof!: 'optimal' | 'within-gap' | 'best-found' | 'none-found';
}
