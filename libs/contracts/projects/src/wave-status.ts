import { IsUUID } from 'class-validator';
import { WaveState } from './wave-state.js';

/** How far a wave is at each of its sites, and what is other there than in the template. */
export class WaveStatus {
  static readonly subject = 'requests.projects.wave-status.v1';
  static readonly kind = 'query';
  static readonly answer = WaveState;

  @IsUUID() readonly waveId!: string;
}
