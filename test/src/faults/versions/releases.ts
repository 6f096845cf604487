import { join } from 'node:path';
import type { ServiceProgram } from '@meridian/local';
import { SERVICES } from '../recovery.js';
import type { PreviousRelease } from './previous-release.js';
import type { Move, Version } from './rolling-moves.js';

/** Which service runs which release. All begin on the previous one. */
export class Releases {
  readonly #behind = new Set<string>(SERVICES);
  readonly #mixed: { readonly fromMs: number; untilMs: number }[] = [];
  /** Services that were replaced by another version of themselves so far, and came up as such. */
  readonly moved: Record<Version, number> = { previous: 0, present: 0 };

  constructor(readonly previous: PreviousRelease) {}

  get behind(): readonly string[] {
    return [...this.#behind];
  }

  /** What is run for a service at its next start. */
  programOf(service: string, usual: ServiceProgram): ServiceProgram {
    return this.#behind.has(service) ? { ...usual, file: this.#fileOf(service) } : usual;
  }

  /** From its next start on. */
  set({ service, to }: Move): void {
    if (to === 'previous') this.#behind.add(service);
    else this.#behind.delete(service);
    this.#note();
  }

  /** Whether a main file is the one of a version. */
  isOf({ service, to }: Move, file: string): boolean {
    return (file === this.#fileOf(service)) === (to === 'previous');
  }

  /** Whether the house was to run both releases at a moment (`performance.now()`). */
  wasMixed(atMs: number): boolean {
    return this.#mixed.some(({ fromMs, untilMs }) => atMs >= fromMs && atMs <= untilMs);
  }

  #note(): void {
    const last = this.#mixed.at(-1);
    const isOpen = last?.untilMs === Number.POSITIVE_INFINITY;
    const isMixed = this.#behind.size > 0 && this.#behind.size < SERVICES.length;
    if (isMixed && !isOpen)
      this.#mixed.push({ fromMs: performance.now(), untilMs: Number.POSITIVE_INFINITY });
    if (!isMixed && isOpen && last !== undefined) last.untilMs = performance.now();
  }

  #fileOf(service: string): string {
    return join(this.previous.folder, 'apps', service, 'dist/main.js');
  }
}
