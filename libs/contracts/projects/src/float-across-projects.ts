import { IsUUID } from 'class-validator';
import { LimitedFloats } from './limited-floats.js';

/** How far tasks may slip in the network of all projects, where that is less than in their own plan. */
export class FloatAcrossProjects {
  static readonly subject = 'requests.projects.float-across-projects.v1';
  static readonly kind = 'query';
  static readonly answer = LimitedFloats;

  @IsUUID() readonly projectId!: string;
}
