import { IsString, IsUUID, Length } from 'class-validator';
import { ScenarioFigures } from './scenario-figures.js';

/** Approves a scenario: its change-set is announced, and the scenario in force before is superseded. */
export class ApproveScenario {
  static readonly subject = 'requests.budgeting.approve-scenario.v1';
  static readonly kind = 'command';
  static readonly answer = ScenarioFigures;

  @IsUUID() readonly scenarioId!: string;

  /** Who decided, where and when: `Portfolio board, 23 November`. */
  @IsString() @Length(1, 300) readonly decision!: string;
}
