import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { RetrospectiveAction } from './retrospective-action.js';

/** What a team said of a sprint when it looked back. */
export class Retrospective {
  @IsUUID() readonly sprintId!: string;

  @IsInt() @Min(1) readonly version!: number;

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
  @Type(() => RetrospectiveAction)
  readonly actions!: readonly RetrospectiveAction[];
}
