import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

/** A gate was decided by the people entitled to it. */
export class GateDecided {
  static readonly subject = 'events.governance.gate-decided.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly gateId!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 60) readonly phaseId!: string;

  @IsIn(['go', 'conditional-go', 'hold', 'recycle', 'kill'])
  readonly decision!: 'go' | 'conditional-go' | 'hold' | 'recycle' | 'kill';

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly nextPhaseId?: string;

  @IsString() @Length(1, 2000) readonly reason!: string;

  @IsArray()
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly conditions!: readonly string[];

  @IsUUID() readonly decidedBy!: string;

  @IsString() @Length(1, 200) readonly decidedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly decidedOn!: string;
}
