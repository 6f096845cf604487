import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Recorded } from './recorded.js';
import { RetrospectiveActionFacts } from './retrospective-action-facts.js';

/** The retrospective of a sprint; replaces what was said before, except actions that are settled. Version 0 while it is new. */
export class RecordRetrospective {
  static readonly subject = 'requests.projects.record-retrospective.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly wentWell!: readonly string[];

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly toImprove!: readonly string[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RetrospectiveActionFacts)
  readonly actions!: readonly RetrospectiveActionFacts[];
}
