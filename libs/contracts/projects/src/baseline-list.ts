import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { BaselineLine } from './baseline-line.js';

/** Baselines, the last one first. */
export class BaselineList {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BaselineLine)
  readonly baselines!: readonly BaselineLine[];
}
