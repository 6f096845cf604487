import { IsUUID } from 'class-validator';
import { ProjectLinkList } from './project-link-list.js';

/** What a project waits for in others, and which others wait for it. */
export class ProjectLinks {
  static readonly subject = 'requests.projects.project-links.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectLinkList;

  @IsUUID() readonly projectId!: string;
}
