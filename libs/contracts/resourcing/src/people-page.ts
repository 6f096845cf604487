import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { PersonLine } from './person-line.js';

/** A page of people. */
export class PeoplePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonLine)
  readonly people!: readonly PersonLine[];

  @IsInt() @Min(0) readonly total!: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
