import { Type } from 'class-transformer';
import { IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { ComputeScenario } from './compute-scenario.js';

/** Candidates, limits and rules as they were when the scenario was computed. */
export class ScenarioAsked {
  @IsUUID() readonly scenarioId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @ValidateNested()
  @Type(() => ComputeScenario)
  readonly asked!: ComputeScenario;
}
