import { IsUUID } from 'class-validator';
import { ProjectPeopleFigures } from './project-people-figures.js';

/** Bookings of a project and the overloads of its people. */
export class ProjectPeople {
  static readonly subject = 'requests.resourcing.project-people.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectPeopleFigures;

  @IsUUID() readonly projectId!: string;
}
