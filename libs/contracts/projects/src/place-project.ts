import { IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Moves a project to another portfolio or programme. */
export class PlaceProject {
  static readonly subject = 'requests.projects.place-project.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly nodeId!: string;
}
