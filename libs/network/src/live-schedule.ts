import type { Moment } from '@meridian/calendar';
import type { Activity } from './activity-network.js';
import { BackwardPass } from './backward-pass.js';
import { ACTIVITY, FIRST_START, SF } from './compiled-network.js';
import type { CompiledNetwork, Edges } from './compiled-network.js';
import { newDateTable } from './date-table.js';
import { ForwardPass } from './forward-pass.js';
import { finishBounds, greatestFinish } from './greatest-finish.js';
import { LiveNetwork } from './live-network.js';
import { MarkedPositions } from './marked-positions.js';
import { notFromStart } from './not-from-start.js';
import { readProgress, renewProgress } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import { Schedule } from './schedule-answer.js';
import type { Progress, ScheduleOptions } from './schedule-options.js';
import { shownFinish } from './shown-finish.js';

/** What may change while the order of the network stays; what is not named stays as it is. */
export interface ActivityChange extends Partial<
  Pick<Activity, 'durationMinutes' | 'durationKind' | 'constraint' | 'deadline' | 'delay' | 'manual'>
> {
  readonly progress?: Progress | null;
}

/** An activity whose early dates a change has moved, as they are shown (see `shownFinish`). */
export interface MovedActivity {
  readonly id: string;
  readonly startBefore: Moment;
  readonly finishBefore: Moment;
  readonly start: Moment;
  readonly finish: Moment;
}

export type FromStart = ScheduleOptions & { readonly projectStart: Moment };

/**
 * A schedule that follows changes one by one: early dates from the changed activity on, in topological order, as far as
 * anything moves; late dates likewise backwards, and only when somebody asks for them. When the finish of the whole moves,
 * all late dates move with it: they then cost one whole pass.
 *
 * It follows plans in which scheduled is early: scheduled from a start, nothing as late as possible (`canFollow`).
 */
export class LiveSchedule {
  private readonly live: LiveNetwork;
  private readonly progress: ProgressState;
  private readonly reported: Map<string, Progress>;
  private readonly forward: ForwardPass;
  private readonly early: MarkedPositions;
  private readonly late: MarkedPositions;
  /** The finishes as they are shown, where what must finish with a start makes them differ from those computed with. */
  private readonly shown: Float64Array | undefined;
  private earlyFinish: Moment;
  private backward: BackwardPass | undefined;
  private answer: Schedule | undefined;

  static canFollow(network: CompiledNetwork, options: ScheduleOptions): options is FromStart {
    return !network.hasAlap && options.finishOn === undefined;
  }

  /** @throws Refusal `network/not-from-start` when `canFollow` says no, and those of `schedule`. */
  constructor(
    compiled: CompiledNetwork,
    private readonly options: ScheduleOptions,
  ) {
    if (!LiveSchedule.canFollow(compiled, options)) throw notFromStart();
    this.live = new LiveNetwork(compiled);
    const { network } = this.live;
    this.reported = new Map(options.progress ?? []);
    this.progress = readProgress(network, options, true);
    const shared = { scheduledIsEarly: true, logicIsPlace: false, placeIsStart: false };
    this.forward = new ForwardPass(network, this.progress, newDateTable(network.count, shared), options);
    this.forward.run();
    this.earlyFinish = greatestFinish(network, this.forward.dates) ?? options.projectStart;
    if (network.incoming.kind.includes(SF))
      this.shown = Float64Array.from({ length: network.count }, (_, p) => shownFinish(this.forward, p));
    this.early = new MarkedPositions(network.count);
    this.late = new MarkedPositions(network.count);
  }

  /**
   * @returns the activities whose early dates moved, in topological order
   * @throws Refusal for what `compileNetwork` and `schedule` refuse, `network/change-of-summary`, `network/not-from-start` for
   * ALAP; nothing has changed then
   */
  change(id: string, { progress, ...change }: ActivityChange): MovedActivity[] {
    const position = this.live.positionOf(id);
    if (change.constraint?.kind === 'ALAP') throw notFromStart();
    const before = this.live.at(position);
    const reportBefore = this.reported.get(id);
    try {
      this.enter(position, { ...before, ...change }, progress === undefined ? reportBefore : progress);
    } catch (error) {
      this.enter(position, before, reportBefore);
      throw error;
    }
    this.answer = undefined;
    this.early.mark(position);
    markEnds(this.late, this.live.network.incoming, position);
    this.late.mark(position);
    markEnds(this.early, this.live.network.outgoing, position);
    return this.moveOn();
  }

  /** The schedule as it is now; good until the next change. */
  get schedule(): Schedule {
    if (this.answer) return this.answer;
    const { projectStart } = this.options as FromStart;
    const bounds = finishBounds(this.options, this.earlyFinish);
    if (this.backward) this.late.descend((p) => this.settleLate(p));
    else this.runBackward(bounds);
    this.answer = new Schedule(this.forward, { ...this.options, projectStart, finish: bounds.free });
    return this.answer;
  }

  private enter(position: number, activity: Activity, progress: Progress | null | undefined): void {
    this.live.put(position, activity);
    renewProgress(this.live.network, this.progress, position, progress ?? undefined);
    if (progress) this.reported.set(activity.id, progress);
    else this.reported.delete(activity.id);
  }

  private moveOn(): MovedActivity[] {
    const { network } = this.live;
    const { earlyStart, earlyFinish } = this.forward.dates;
    const moved: MovedActivity[] = [];
    let mayEndEarlier = false;
    let latest = this.earlyFinish;
    this.early.ascend((p) => {
      const startBefore = earlyStart[p]!;
      const finishBefore = earlyFinish[p]!;
      const shownBefore = this.shown?.[p] ?? finishBefore;
      this.settleEarly(p);
      const start = earlyStart[p]!;
      const finish = earlyFinish[p]!;
      const shown = this.showAgain(p) ?? finish;
      const isMoved = start !== startBefore || finish !== finishBefore;
      if (isMoved) markEnds(this.early, network.outgoing, p);
      if (network.role[p] !== ACTIVITY) return;
      if (isMoved || shown !== shownBefore)
        moved.push({ id: this.live.at(p).id, startBefore, finishBefore: shownBefore, start, finish: shown });
      if (finish > latest) latest = finish;
      if (finishBefore === this.earlyFinish && finish < finishBefore) mayEndEarlier = true;
    });
    if (mayEndEarlier) latest = greatestFinish(network, this.forward.dates)!;
    if (latest !== this.earlyFinish) this.moveFinish(latest);
    return moved;
  }

  private settleEarly(p: number): void {
    const { network } = this.live;
    this.forward.settle(p);
    // Which child starts first decides whom the start of a summary holds, and several critical paths end at early finishes.
    if (network.role[p] === FIRST_START) markEnds(this.late, network.incoming, p);
    if (this.options.multipleCriticalPaths) this.late.mark(p);
  }

  private showAgain(p: number): Moment | undefined {
    if (this.shown) this.shown[p] = shownFinish(this.forward, p);
    return this.shown?.[p];
  }

  private moveFinish(finish: Moment): void {
    const before = finishBounds(this.options, this.earlyFinish);
    this.earlyFinish = finish;
    const after = finishBounds(this.options, finish);
    if (before.late !== after.late) this.backward = undefined;
  }

  private runBackward(bounds: { late: Moment; free: Moment }): void {
    const { network } = this.live;
    this.backward = new BackwardPass(network, this.progress, this.forward.dates, { ...this.options, bounds });
    this.backward.run();
    this.late.clear();
  }

  private settleLate(p: number): void {
    const { lateStart, latePlace } = this.forward.dates;
    const start = lateStart[p]!;
    const place = latePlace[p]!;
    this.backward!.settle(p);
    if (lateStart[p] !== start || latePlace[p] !== place) markEnds(this.late, this.live.network.incoming, p);
  }
}

/** Marks what lies at the other ends of the edges of a position. */
function markEnds(marks: MarkedPositions, { first, other }: Edges, p: number): void {
  for (let k = first[p]!, end = first[p + 1]!; k < end; k++) marks.mark(other[k]!);
}
