import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { WaveLaunch } from './wave-launch.js';

/**
 * A project for every site that is ready and has none yet, five in one go. Sites that have theirs get no other one, so a launch
 * that broke off is simply launched again.
 */
export class LaunchWave {
  static readonly subject = 'requests.projects.launch-wave.v1';
  static readonly kind = 'command';
  static readonly answer = WaveLaunch;

  @IsUUID() readonly waveId!: string;

  /** Only these sites; all of them when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  readonly siteIds?: readonly string[];
}
