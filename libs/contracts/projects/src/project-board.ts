import { IsUUID } from 'class-validator';
import { Board } from './board.js';

/** The board of a project: its backlog and its current sprint. */
export class ProjectBoard {
  static readonly subject = 'requests.projects.project-board.v1';
  static readonly kind = 'query';
  static readonly answer = Board;

  @IsUUID() readonly projectId!: string;
}
