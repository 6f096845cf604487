import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DecisionLine } from './decision-line.js';
import { GateLine } from './gate-line.js';

/** Gates and decisions of a project. */
export class ProjectGovernance {
  @IsUUID() readonly projectId!: string;

  @IsOptional() @IsUUID() readonly nextGateId?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GateLine)
  readonly gates!: readonly GateLine[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DecisionLine)
  readonly decisions!: readonly DecisionLine[];
}
