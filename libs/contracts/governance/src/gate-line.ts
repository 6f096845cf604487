import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { GateEvidence } from './gate-evidence.js';

/** A gate of a project. */
export class GateLine {
  @IsUUID() readonly gateId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsInt() @Min(1) readonly order!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsString() @Length(1, 20) readonly state!: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly decision?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly decidedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly decidedByName?: string;

  @IsBoolean() readonly isReady!: boolean;

  @IsInt() @Min(0) readonly missing!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GateEvidence)
  readonly evidence!: readonly GateEvidence[];
}
