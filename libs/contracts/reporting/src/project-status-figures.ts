import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { AttentionLine } from './attention-line.js';
import { StatusLine } from './status-line.js';

/** The status of one project and what needs attention in it. */
export class ProjectStatusFigures {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @ValidateNested() @Type(() => StatusLine) readonly status!: StatusLine;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttentionLine)
  readonly attention!: readonly AttentionLine[];
}
