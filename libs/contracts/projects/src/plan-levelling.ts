import { IsUUID } from 'class-validator';
import { PlanLevellingState } from './plan-levelling-state.js';

/** Which levelling the plan of a project follows. */
export class PlanLevelling {
  static readonly subject = 'requests.projects.plan-levelling.v1';
  static readonly kind = 'query';
  static readonly answer = PlanLevellingState;

  @IsUUID() readonly projectId!: string;
}
