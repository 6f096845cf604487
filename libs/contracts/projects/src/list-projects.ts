import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ProjectPage } from './project-page.js';

/** Projects by code, a page at a time. */
export class ListProjects {
  static readonly subject = 'requests.projects.list-projects.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectPage;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;

  /** Part of the code or name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly text?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly portfolio?: string;
}
