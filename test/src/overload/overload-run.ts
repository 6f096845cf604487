import type { Figures } from '../bench/measure/figures.js';
import type { Arrivals } from './arrivals.js';
import type { Generator, Load } from './generator.js';
import type { HouseWatch, Seen } from './house-watch.js';
import { between } from './processor-time.js';
import type { ProcessorTime } from './processor-time.js';
import { saturationOf } from './saturation.js';

export interface OverloadParts {
  readonly url: string;
  readonly generator: Generator;
  readonly watch: HouseWatch;
  /** Processor time used so far. */
  readonly used: () => Promise<ProcessorTime>;
  readonly figures: Figures;
  readonly tokens: readonly string[];
  readonly connections: number;
  /** How long each multiple of saturation is played. */
  readonly stretchMs: number;
  /** Waits until every event has arrived everywhere. */
  readonly settle: () => Promise<void>;
  readonly say: (sentence: string) => void;
}

const TIMES = [1, 2, 5, 10];
/** What a person takes for an answer. */
const PATIENCE_MS = 1_000;
const GIVE_UP_MS = 5_000;
const WARM_UP_PER_SECOND = 80;
const WARM_UP_MS = 4_000;
const STEP_MS = 2_000;
const RECOVERY_STEP_MS = 1_000;
const MOST_RECOVERY_STEPS = 60;
/** Recovered: at this share of saturation nobody is turned away any more. */
const RECOVERY_SHARE = 0.7;
const RECOVERED = 0.99;

/** Asks for one, two, five and ten times of what the house can answer, and keeps the figures and what clients were told. */
export class OverloadRun {
  readonly accepted: string[] = [];
  readonly unknown: string[] = [];

  constructor(private readonly parts: OverloadParts) {}

  async warmUp(load: Load): Promise<void> {
    await this.#play(load, WARM_UP_PER_SECOND, WARM_UP_MS);
    await this.parts.settle();
  }

  /**
   * Finds the saturation point, then plays one, two, five and ten times of it in turns, there and back, so that whatever else this
   * machine does meets all of them; then looks how soon all is well again. When more is answered than at the saturation point,
   * that is the saturation point from then on.
   */
  async measure(load: Load, rounds: number): Promise<void> {
    const { figures, say, settle, stretchMs } = this.parts;
    let saturation = await saturationOf((perSecond) => this.#play(load, perSecond, STEP_MS));
    await settle();
    let usual: Seen | undefined;
    for (let round = 1; round <= rounds; round += 1) {
      say(`${load.kind}, round ${round} of ${rounds}, saturated at ${saturation.toFixed(0)}/s`);
      figures.add(`${load.kind}SaturationPerSecond`, 'answered in time per s at best', saturation);
      for (const times of round % 2 === 1 ? TIMES : TIMES.toReversed()) {
        const stretch = await this.#stretch(load, saturation, times, usual);
        usual ??= stretch.seen;
        saturation = Math.max(saturation, stretch.goodput);
      }
    }
    const usualPerSecond = Math.max(...this.#mediansOf(load, 'Goodput'));
    const recovered = await this.#recover(load, usualPerSecond);
    figures.add(
      `${load.kind}RecoveredSeconds`,
      `s until ${RECOVERED} of ${RECOVERY_SHARE} x the best median is answered`,
      recovered,
    );
    const settledAt = performance.now();
    await settle();
    const settledSeconds = (performance.now() - settledAt) / 1_000;
    figures.add(`${load.kind}EventsSettledSeconds`, 's until every event is taken', settledSeconds);
    this.#note(load.kind, 'After', await this.#play(load, usualPerSecond * RECOVERY_SHARE, stretchMs));
    await settle();
    this.#compare(load);
  }

  /** `usual`: what was seen of the house at once its saturation, the measure for its memory. */
  async #stretch(load: Load, saturation: number, times: number, usual: Seen | undefined) {
    const { watch, used, say, stretchMs } = this.parts;
    watch.taken();
    const before = await used();
    const begunMs = performance.now();
    const arrivals = await this.#play(load, saturation * times, stretchMs);
    const seconds = (performance.now() - begunMs) / 1_000;
    const usage = between(before, await used());
    const seen = watch.taken();
    say(`${load.kind} at ${times}x: ${told(arrivals)}`);
    this.#note(load.kind, `At${times}`, arrivals);
    this.#noteSeen(load.kind, times, seen, usual ?? seen);
    this.#noteUsage(load.kind, times, { usage, seconds, good: arrivals.good });
    return { seen, goodput: arrivals.good / arrivals.seconds };
  }

  /**
   * The goodput at ten times, as a share of the best one. Medians, because neighbours on this machine come and go. The same per
   * second of processor time that the house got: what refusing costs, whatever the neighbours took.
   */
  #compare(load: Load): void {
    const { figures } = this.parts;
    const { kind } = load;
    const shareOf = (name: string): number => {
      const medians = this.#mediansOf(load, name);
      return medians.at(-1)! / Math.max(...medians);
    };
    figures.add(`${kind}GoodputAt10Share`, 'share of the best goodput of all multiples', shareOf('Goodput'));
    const perProcessorSecond = shareOf('GoodPerProcessorSecond');
    figures.add(
      `${kind}GoodPerProcessorSecondAt10Share`,
      'share of the best of all multiples',
      perProcessorSecond,
    );
  }

  /** Who had how much of this machine while a stretch was played. */
  #noteUsage(
    kind: string,
    times: number,
    {
      usage,
      seconds,
      good,
    }: { readonly usage: ProcessorTime; readonly seconds: number; readonly good: number },
  ): void {
    const { figures } = this.parts;
    const { gateway, house, generator, machine } = usage;
    const cores = {
      Gateway: gateway,
      House: house,
      Generator: generator,
      Neighbour: machine - house - generator,
    };
    for (const [name, used] of Object.entries(cores))
      figures.add(`${kind}${name}CoresAt${times}`, 'processors in use', used / seconds);
    const unit = 'good answers per second of processor time of the house';
    figures.add(`${kind}GoodPerProcessorSecondAt${times}`, unit, house > 0 ? good / house : 0);
  }

  /** At each multiple. */
  #mediansOf({ kind }: Load, name: string): number[] {
    return TIMES.map((times) => this.parts.figures.median(`${kind}${name}At${times}`));
  }

  async #recover(load: Load, usualPerSecond: number): Promise<number> {
    const startedAt = performance.now();
    for (let step = 1; step <= MOST_RECOVERY_STEPS; step += 1) {
      const seconds = (performance.now() - startedAt) / 1_000;
      const { good, offered } = await this.#play(load, usualPerSecond * RECOVERY_SHARE, RECOVERY_STEP_MS);
      if (good >= RECOVERED * offered) return seconds;
    }
    return Number.POSITIVE_INFINITY;
  }

  async #play(load: Load, perSecond: number, forMs: number): Promise<Arrivals> {
    const { generator, url, tokens, connections } = this.parts;
    const stretch = { perSecond, forMs, patienceMs: PATIENCE_MS, giveUpMs: GIVE_UP_MS };
    const arrivals = await generator.play({ url, tokens, connections, load, stretch });
    this.accepted.push(...arrivals.acceptedNames);
    this.unknown.push(...arrivals.unknownNames);
    return arrivals;
  }

  #note(kind: string, suffix: string, arrivals: Arrivals): void {
    const { figures } = this.parts;
    const { seconds, offered, accepted, good, p50Ms, p99Ms, unsent, unknown, byStatus } = arrivals;
    const perSecond = (name: string, unit: string, count: number): void =>
      figures.add(`${kind}${name}${suffix}`, unit, count / seconds);
    perSecond('Offered', 'due per s', offered);
    perSecond('Accepted', 'answered 2xx per s', accepted);
    perSecond('Goodput', `answered 2xx within ${PATIENCE_MS} ms per s`, good);
    perSecond('Partial', 'of them pages with a part missing, per s', arrivals.partial);
    perSecond('Unsent', 'found no connection in time, per s', unsent);
    for (const [status, count] of Object.entries(byStatus).filter(([name]) => Number(name) >= 300))
      perSecond(`Answered${status}`, `answered ${status} per s`, count);
    figures.add(`${kind}Unknown${suffix}`, 'requests without an answer', unknown);
    figures.add(`${kind}P50Ms${suffix}`, 'ms of the accepted', p50Ms);
    figures.add(`${kind}P99Ms${suffix}`, 'ms of the accepted', p99Ms);
    figures.add(`${kind}RefusedP99Ms${suffix}`, 'ms of the refused', arrivals.refusedP99Ms);
    const refused = (byStatus['429'] ?? 0) + (byStatus['503'] ?? 0);
    if (refused > 0)
      figures.add(
        `${kind}RetryAfterShare${suffix}`,
        'share of 429 and 503 with Retry-After',
        arrivals.retryAfterGiven / refused,
      );
  }

  #noteSeen(kind: string, times: number, seen: Seen, usual: Seen): void {
    const { figures } = this.parts;
    const growth = Object.entries(seen.residentMb).map(([name, mb]) => mb / (usual.residentMb[name] ?? mb));
    figures.add(
      `${kind}MemoryGrowthAt${times}`,
      'largest resident memory of a service over that at 1x',
      Math.max(...growth),
    );
    figures.add(
      `${kind}LargestMbAt${times}`,
      'MB resident, largest service',
      Math.max(...Object.values(seen.residentMb)),
    );
    figures.add(`${kind}UnpublishedAt${times}`, 'events waiting for the broker at most', seen.unpublished);
    for (const [name, most] of Object.entries(seen.metrics).filter(([key]) =>
      /waiting|running|limit/.test(key),
    ))
      figures.add(`${kind}At${times} ${name}`, 'at most', most);
  }
}

function told({ seconds, offered, good, p50Ms, p99Ms, byStatus, unsent, unknown }: Arrivals): string {
  const rate = (count: number): string => (count / seconds).toFixed(0);
  return (
    `${rate(offered)}/s offered, ${rate(good)}/s good, p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms, ` +
    `answers ${JSON.stringify(byStatus)}, ${unsent} unsent, ${unknown} unknown`
  );
}
