import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { GateEvidence } from './gate-evidence.js';

/** A gate was planned or its evidence changed. */
export class GateRecorded {
  static readonly subject = 'events.governance.gate-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly gateId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsInt() @Min(1) readonly order!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsIn(['planned', 'decided']) readonly state!: 'planned' | 'decided';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GateEvidence)
  readonly evidence!: readonly GateEvidence[];

  @IsInt() @Min(0) readonly missing!: number;

  @IsBoolean() readonly isReady!: boolean;
}
