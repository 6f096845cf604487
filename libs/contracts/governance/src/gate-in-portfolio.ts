import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A gate in the portfolio's view. */
export class GateInPortfolio {
  @IsUUID() readonly gateId!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly projectName!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  @IsBoolean() readonly isReady!: boolean;

  @IsInt() @Min(0) readonly missing!: number;
}
