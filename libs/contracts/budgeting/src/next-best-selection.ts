import { IsArray, IsIn, IsString, Length, Matches } from 'class-validator';

/** The best selection of other candidates, as its difference from the best. */
export class NextBestSelection {
  @IsIn(['optimal', 'within-gap', 'best-found', 'none-found', 'impossible'])
  readonly proof!: 'optimal' | 'within-gap' | 'best-found' | 'none-found' | 'impossible';

  @Matches(/^-?\d{1,18}$/) readonly value!: string;

  @IsArray() @IsString({ each: true }) @Length(1, 60, { each: true }) readonly added!: readonly string[];

  @IsArray() @IsString({ each: true }) @Length(1, 60, { each: true }) readonly left!: readonly string[];
}
