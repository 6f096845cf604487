import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** The task waits for the other project no longer; the plan is computed again. */
export class RemoveProjectLink {
  static readonly subject = 'requests.projects.remove-project-link.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** The project that waits. */
  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly linkId!: string;

  @IsOptional() @IsString() @Length(1, 500) readonly reason?: string;
}
