import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PeoplePage } from './people-page.js';

/** People by name, a page at a time. */
export class ListPeople {
  static readonly subject = 'requests.resourcing.list-people.v1';
  static readonly kind = 'query';
  static readonly answer = PeoplePage;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly text?: string;
}
