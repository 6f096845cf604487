import { IsUUID } from 'class-validator';
import { DependencyList } from './dependency-list.js';

/** The dependency contracts of a project: what it gives to others and what it gets from them. */
export class ProjectDependencies {
  static readonly subject = 'requests.projects.project-dependencies.v1';
  static readonly kind = 'query';
  static readonly answer = DependencyList;

  @IsUUID() readonly projectId!: string;
}
