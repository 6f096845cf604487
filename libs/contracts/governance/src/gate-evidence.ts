import { IsBoolean, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** What a gate asks for, and whether it is there. */
export class GateEvidence {
  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsBoolean() readonly isReady!: boolean;

  @IsInt() @Min(0) readonly openMandatory!: number;
}
