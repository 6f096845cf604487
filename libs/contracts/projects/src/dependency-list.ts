import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { DependencyLine } from './dependency-line.js';

/** Dependency contracts of a project, the latest change first. */
export class DependencyList {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DependencyLine)
  readonly dependencies!: readonly DependencyLine[];
}
