import type { Clash } from './clash.js';
import { ACTIVITY, CONSTRAINT_KINDS, EXIT, FOREVER, NEVER } from './compiled-network.js';
import { capsLate, constraintPlace, isAboutStart, pullsLeft } from './constraint-place.js';
import { BY_PROJECT_START } from './date-table.js';
import { linkBehind } from './driver.js';
import type { ForwardPass } from './forward-pass.js';
import { COMPLETED, PINNED, PLANNED, RUNNING } from './progress-state.js';

/** Where wishes for an activity contradict each other, in topological order; read from the dates of a finished pass. */
export function findClashes(forward: ForwardPass): Clash[] {
  return new ClashFinder(forward).find();
}

class ClashFinder {
  private readonly clashes: Clash[] = [];

  constructor(private readonly forward: ForwardPass) {}

  find(): Clash[] {
    const { network, progress } = this.forward;
    for (let p = 0; p < network.count; p++) {
      const isEnd = network.role[p] !== ACTIVITY;
      if (!isEnd && progress.state[p] !== PLANNED) this.given(p);
      else if (!isEnd && capsLate(network.constraint[p]!)) this.constraint(p);
      if (network.deadline[p] === FOREVER) continue;
      if (isEnd ? network.role[p] === EXIT : progress.state[p] !== COMPLETED) this.deadline(p);
    }
    return this.clashes;
  }

  /** Logic asks for a later place than the constraint of the activity allows. */
  private constraint(p: number): void {
    const { network, places, dates, options } = this.forward;
    const logic = dates.logicPlace[p]!;
    if (constraintPlace(network, places, p) >= logic) return;
    this.forward.readLogic(p);
    const kind = network.constraint[p]!;
    const end = isAboutStart(kind) ? 'start' : 'finish';
    this.clashes.push({
      kind: 'constraint',
      activityId: this.idOf(p),
      constraint: CONSTRAINT_KINDS[kind]!,
      wantedAt: network.constraintAt[p]!,
      logicAt: end === 'start' ? places.startOf(p, logic) : places.finishOf(p, logic),
      end,
      honoured: pullsLeft(kind) && options.honour !== 'link' ? 'constraint' : 'link',
      ...this.linkOf(this.forward.logicDriver),
    });
  }

  /** The early finish lies after the deadline. */
  private deadline(p: number): void {
    const { network, places, dates } = this.forward;
    const deadline = network.deadline[p]!;
    if (places.beforeFinish(p, deadline) >= dates.place[p]!) return;
    this.clashes.push({
      kind: 'deadline',
      activityId: this.idOf(p),
      wantedAt: deadline,
      logicAt: dates.earlyFinish[p]!,
      end: 'finish',
      honoured: 'none',
      ...this.linkOf(dates.driver[p]!),
    });
  }

  /** A manual or actual date lies before what the links ask for. */
  private given(p: number): void {
    const { places, bounds } = this.forward;
    const { state, start, finish } = this.forward.progress;
    bounds.read(p, NEVER, BY_PROJECT_START);
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
    const { network, progress } = this.forward;
    const isManual = progress.state[p] === PINNED;
    const from = network.incoming.other[driver]!;
    const isDone = network.role[from] === ACTIVITY && progress.state[from] === COMPLETED;
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
    const { network } = this.forward;
    return network.activities[network.activityAt[p]!]!.id;
  }

  private linkOf(driver: number): { linkIndex?: number } {
    const link = driver < 0 ? -1 : linkBehind(this.forward.network, this.forward.dates, driver);
    return link < 0 ? {} : { linkIndex: link };
  }
}
