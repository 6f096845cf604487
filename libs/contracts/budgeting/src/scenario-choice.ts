import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** What a scenario says of a candidate. */
export class ScenarioChoice {
  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsBoolean() readonly isDone!: boolean;

  /** Place in the list of periods, from 0; absent when it is not done. */
  @IsOptional() @IsInt() @Min(0) readonly start?: number;

  @IsOptional() @Matches(/^-?\d{1,15}$/) readonly value?: string;

  /** Over all its periods. */
  @Matches(/^\d{1,18}$/) readonly costMinor!: string;
}
