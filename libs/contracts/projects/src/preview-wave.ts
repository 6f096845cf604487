import { IsUUID } from 'class-validator';
import { WavePreview } from './wave-preview.js';

/** What a launch would come to: days for each site, who is not ready, which roles several sites want at once. */
export class PreviewWave {
  static readonly subject = 'requests.projects.preview-wave.v1';
  static readonly kind = 'query';
  static readonly answer = WavePreview;

  @IsUUID() readonly waveId!: string;
}
