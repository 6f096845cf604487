import type { Moment } from '@meridian/calendar';
import type { Clash } from './clash.js';
import { ACTIVITY, CONSTRAINT_KINDS, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { isAboutStart } from './constraint-place.js';
import type { DateTable } from './date-table.js';
import { linkBehind } from './driver.js';
import type { Places } from './places.js';
import { COMPLETED, PINNED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';

/** What the links of an activity ask for, and the incoming edges that ask for it. */
export interface LinkBounds {
  readonly startBound: Moment;
  readonly finishBound: Moment;
  readonly startDriver: number;
  readonly finishDriver: number;
}

/** Writes down where wishes for an activity contradict each other. */
export class ClashLog {
  readonly clashes: Clash[] = [];

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    private readonly places: Places,
  ) {}

  /** Logic asks for a later place than the constraint of the activity allows. */
  constraint(p: number, logic: number, honoured: 'constraint' | 'link'): void {
    const kind = this.network.constraint[p]!;
    const end = isAboutStart(kind) ? 'start' : 'finish';
    this.clashes.push({
      kind: 'constraint',
      activityId: this.idOf(p),
      constraint: CONSTRAINT_KINDS[kind]!,
      wantedAt: this.network.constraintAt[p]!,
      logicAt: end === 'start' ? this.places.startOf(p, logic) : this.places.finishOf(p, logic),
      end,
      honoured,
      ...this.linkOf(this.dates.driver[p]!),
    });
  }

  /** The early finish lies after the deadline. */
  deadline(p: number): void {
    const deadline = this.network.deadline[p]!;
    if (this.places.beforeFinish(p, deadline) >= this.dates.place[p]!) return;
    this.clashes.push({
      kind: 'deadline',
      activityId: this.idOf(p),
      wantedAt: deadline,
      logicAt: this.dates.earlyFinish[p]!,
      end: 'finish',
      honoured: 'none',
      ...this.linkOf(this.dates.driver[p]!),
    });
  }

  /** A manual or actual date lies before what the links ask for. */
  given(p: number, bounds: LinkBounds): void {
    const { places } = this;
    const { state, start, finish } = this.progress;
    const logicStart = bounds.startBound === NEVER ? NEVER : places.afterStart(p, bounds.startBound);
    if (logicStart !== NEVER && logicStart > places.afterStart(p, start[p]!)) {
      const dates = { end: 'start', wantedAt: start[p]!, logicAt: places.startOf(p, logicStart) } as const;
      this.pushGiven(p, bounds.startDriver, dates);
    }
    if (bounds.finishBound === NEVER || state[p] === RUNNING) return;
    if (places.afterFinish(p, bounds.finishBound) > places.afterFinish(p, finish[p]!)) {
      const dates = { end: 'finish', wantedAt: finish[p]!, logicAt: bounds.finishBound } as const;
      this.pushGiven(p, bounds.finishDriver, dates);
    }
  }

  /** What a finished predecessor did not allow is history, and no clash any more. */
  private pushGiven(p: number, driver: number, dates: Pick<Clash, 'end' | 'wantedAt' | 'logicAt'>): void {
    const isManual = this.progress.state[p] === PINNED;
    const from = this.network.incoming.other[driver]!;
    const isDone = this.network.role[from] === ACTIVITY && this.progress.state[from] === COMPLETED;
    if (!isManual && isDone) return;
    this.clashes.push({
      kind: isManual ? 'manual' : 'out-of-sequence',
      activityId: this.idOf(p),
      ...dates,
      honoured: isManual ? 'manual' : 'actual',
      ...this.linkOf(driver),
    });
  }

  private idOf(p: number): string {
    return this.network.activities[this.network.activityAt[p]!]!.id;
  }

  private linkOf(driver: number): { linkIndex?: number } {
    const link = driver < 0 ? -1 : linkBehind(this.network, this.dates, driver);
    return link < 0 ? {} : { linkIndex: link };
  }
}
