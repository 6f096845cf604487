import { WaveList } from './wave-list.js';

/** Every wave in figures, the one that begins last first. */
export class ListWaves {
  static readonly subject = 'requests.projects.list-waves.v1';
  static readonly kind = 'query';
  static readonly answer = WaveList;
}
