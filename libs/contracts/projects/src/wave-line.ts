import { IsInt, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** A wave in figures. */
export class WaveLine {
  @IsUUID() readonly waveId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 30) readonly codePrefix!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsString() @Length(1, 200) readonly programme!: string;

  @IsUUID() readonly templateId!: string;

  @IsString() @Length(1, 200) readonly templateName!: string;

  @IsInt() @Min(1) readonly templateVersion!: number;

  @IsInt() @Min(1) readonly siteCount!: number;

  @IsInt() @Min(0) readonly launchedCount!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly firstStart!: string;
}
