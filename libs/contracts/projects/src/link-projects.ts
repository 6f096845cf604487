import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Recorded } from './recorded.js';

/**
 * A task of this project waits for a task of another one. The link takes part in scheduling: when a date of the other project
 * moves, this plan follows in the same moment. Asked by the manager of the project that waits.
 */
export class LinkProjects {
  static readonly subject = 'requests.projects.link-projects.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** The project that waits. */
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  /** What it waits for. */
  @IsUUID() readonly fromProjectId!: string;

  @IsUUID() readonly fromTaskId!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  /** Working minutes of the task that waits; negative for a lead, 0 when absent. */
  @IsOptional()
  @IsInt()
  @Min(-1_000_000)
  @Max(1_000_000)
  readonly lagMinutes?: number;
}
