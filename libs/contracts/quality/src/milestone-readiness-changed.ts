import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength, Min } from 'class-validator';

/** How far the checks of a milestone are. */
export class MilestoneReadinessChanged {
  static readonly subject = 'events.quality.milestone-readiness-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly milestoneName!: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly phaseId?: string;

  @IsInt() @Min(0) readonly total!: number;

  @IsInt() @Min(0) readonly open!: number;

  @IsInt() @Min(0) readonly openMandatory!: number;

  @IsInt() @Min(0) readonly passed!: number;

  @IsInt() @Min(0) readonly failed!: number;

  @IsInt() @Min(0) readonly waived!: number;

  /** No mandatory check is open or failed. */
  @IsBoolean() readonly isReady!: boolean;

  @IsBoolean() readonly isAccepted!: boolean;
}
