import { IsUUID } from 'class-validator';
import { BaselineList } from './baseline-list.js';

/** The baselines of a project, the last one first. */
export class ListBaselines {
  static readonly subject = 'requests.projects.list-baselines.v1';
  static readonly kind = 'query';
  static readonly answer = BaselineList;

  @IsUUID() readonly projectId!: string;
}
