import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { Recorded } from './recorded.js';

/** Decides a gate. Go is refused while evidence is missing; conditional go needs conditions. */
export class DecideGate {
  static readonly subject = 'requests.governance.decide-gate.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly gateId!: string;

  @IsIn(['go', 'conditional-go', 'hold', 'recycle', 'kill'])
  readonly decision!: 'go' | 'conditional-go' | 'hold' | 'recycle' | 'kill';

  @IsString() @Length(1, 2000) readonly reason!: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  readonly conditions?: readonly string[];
}
