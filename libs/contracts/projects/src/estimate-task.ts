import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Recorded } from './recorded.js';

/** How long a task may take: at best, most likely and at worst. The version is that of the estimate, 0 when there is none yet. */
export class EstimateTask {
  static readonly subject = 'requests.projects.estimate-task.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  /** Working minutes of the whole task; elapsed ones where its duration is elapsed. */
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly lowMinutes!: number;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly likelyMinutes!: number;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly highMinutes!: number;

  /** Beta distribution of PERT unless said otherwise. */
  @IsOptional() @IsIn(['pert', 'triangular']) readonly shape?: 'pert' | 'triangular';
}
