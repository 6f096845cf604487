import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { OriginalRequest } from './original-request.js';
import { StageTransition } from './stage-transition.js';
import { StageWay } from './stage-way.js';

/** The life of a project so far, the first transition first. */
export class LifecycleReport {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 40) readonly stage!: string;

  /** Absent where a project began without an idea. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OriginalRequest)
  readonly request?: OriginalRequest;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StageTransition)
  readonly transitions!: readonly StageTransition[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StageWay)
  readonly next!: readonly StageWay[];

  /** Where it goes when it is refused or stopped; absent where there is nothing left to stop. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StageWay)
  readonly stop?: StageWay;
}
