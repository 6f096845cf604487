import { IsArray, IsOptional, IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Names the other projects that wait for a milestone, and its owner. */
export class ShareMilestone {
  static readonly subject = 'requests.projects.share-milestone.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsArray() @IsUUID('all', { each: true }) readonly sharedWith!: readonly string[];

  @IsOptional() @IsUUID() readonly ownerPersonId?: string;
}
