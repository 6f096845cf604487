import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, IsUUID, Min, ValidateNested } from 'class-validator';
import { LaunchedSite } from './launched-site.js';

/** What a launch came to. */
export class WaveLaunch {
  @IsUUID() readonly id!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LaunchedSite)
  readonly launched!: readonly LaunchedSite[];

  /** Sites that are ready and wait for the next go. */
  @IsInt() @Min(0) readonly remaining!: number;

  /** Names of the sites that are not ready. */
  @IsArray() @IsString({ each: true }) readonly notReady!: readonly string[];
}
