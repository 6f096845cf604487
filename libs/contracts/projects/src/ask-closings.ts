import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ClosingsAsked } from './closings-asked.js';

/**
 * Projects that are closing without anybody having been asked what is open, as they were closing before the question was known,
 * ask now. Who was asked is not asked again. Without projects it concerns all of them, and is for the PMO.
 */
export class AskClosings {
  static readonly subject = 'requests.projects.ask-closings.v1';
  static readonly kind = 'command';
  static readonly answer = ClosingsAsked;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly projectIds?: readonly string[];

  /** How many at one go; 50 when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(50) readonly limit?: number;
}
