import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { PlannedGate } from './planned-gate.js';

/** The template that a project began from wants these gates at the ends of its phases. */
export class GatesPlanned {
  static readonly subject = 'events.projects.gates-planned.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly templateVersion!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedGate)
  readonly gates!: readonly PlannedGate[];
}
