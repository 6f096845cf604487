import { IsIn, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** A three-point estimate and who gave it. */
export class TaskEstimate {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsInt() @Min(0) readonly lowMinutes!: number;

  @IsInt() @Min(0) readonly likelyMinutes!: number;

  @IsInt() @Min(0) readonly highMinutes!: number;

  @IsIn(['pert', 'triangular']) readonly shape!: 'pert' | 'triangular';

  @IsString() @Length(1, 300) readonly estimatedByName!: string;
}
