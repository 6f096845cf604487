import { Type } from 'class-transformer';
import { IsArray, IsUUID, ValidateNested } from 'class-validator';
import { ProjectLinkLine } from './project-link-line.js';

/** Links between a project and others. */
export class ProjectLinkList {
  @IsUUID() readonly projectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProjectLinkLine)
  readonly links!: readonly ProjectLinkLine[];
}
