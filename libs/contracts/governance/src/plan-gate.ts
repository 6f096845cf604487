import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { Recorded } from './recorded.js';

/** Plans the gate that ends a phase; its evidence are milestones. */
export class PlanGate {
  static readonly subject = 'requests.governance.plan-gate.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsInt() @Min(1) readonly order!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsArray() @IsUUID('all', { each: true }) readonly milestoneIds!: readonly string[];
}
