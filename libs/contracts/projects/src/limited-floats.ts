import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { LimitedFloat } from './limited-float.js';

/** The tasks of a plan whose float other projects limit, in the order of the outline. */
export class LimitedFloats {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(0) readonly planVersion!: number;

  @IsInt() @Min(0) readonly scheduleVersion!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LimitedFloat)
  readonly tasks!: readonly LimitedFloat[];
}
