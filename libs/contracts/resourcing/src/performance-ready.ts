import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PERIOD } from './performance-kinds.js';

/** The figures of a period can be looked at by the person they are about. Carries none of them. */
export class PerformanceReady {
  static readonly subject = 'events.resourcing.performance-ready.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  @Matches(PERIOD) readonly period!: string;

  /** From then on the line manager sees them, looked at or not. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly releasedOn!: string;
}
