import { IsUUID } from 'class-validator';
import { ScenarioAsked } from './scenario-asked.js';

/** What a scenario was computed from, to compute another one with something changed. */
export class ScenarioQuestion {
  static readonly subject = 'requests.budgeting.scenario-question.v1';
  static readonly kind = 'query';
  static readonly answer = ScenarioAsked;

  @IsUUID() readonly scenarioId!: string;
}
