import { IsUUID } from 'class-validator';
import { ProjectQualityFigures } from './project-quality-figures.js';

/** Milestones and checks of one project. */
export class ProjectQuality {
  static readonly subject = 'requests.quality.project-quality.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectQualityFigures;

  @IsUUID() readonly projectId!: string;
}
