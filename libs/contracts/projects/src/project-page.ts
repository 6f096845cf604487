import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { ProjectLine } from './project-line.js';

/** A page of projects. */
export class ProjectPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProjectLine)
  readonly projects!: readonly ProjectLine[];

  @IsInt() @Min(0) readonly total!: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
