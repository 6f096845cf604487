import type { Moment } from '@meridian/calendar';
import { FF, FS, NEVER, SF } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { BY_OUTSIDE_FINISH, BY_OUTSIDE_START, BY_PROJECT_START } from './date-table.js';
import type { DateTable } from './date-table.js';
import type { Places } from './places.js';

/** What the links of one activity ask for, those from outside as well, and the incoming edges that ask for it. Read into itself: no object per activity. */
export class LinkBounds {
  startBound: Moment = NEVER;
  finishBound: Moment = NEVER;
  startDriver = BY_PROJECT_START;
  finishDriver = BY_PROJECT_START;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly dates: DateTable,
    private readonly places: Places,
  ) {}

  /** The start bound begins with what is given: of a link that asks for the same, the link is named. */
  read(p: number, startBound: Moment, startDriver: number): void {
    const { first, other, kind, lag, lagCalendar } = this.network.incoming;
    const { earlyStart, earlyFinish } = this.dates;
    let finishBound = NEVER;
    this.finishDriver = BY_PROJECT_START;
    for (let k = first[p]!, end = first[p + 1]!; k < end; k++) {
      const from = other[k]!;
      const edge = kind[k]!;
      let moment = edge === FS || edge === FF ? earlyFinish[from]! : earlyStart[from]!;
      if (lagCalendar[k]! < 0) moment += lag[k]!;
      else moment = this.places.afterLag(moment, lag[k]!, lagCalendar[k]!);
      if (edge === FF || edge === SF) {
        if (moment > finishBound) {
          finishBound = moment;
          this.finishDriver = k;
        }
      } else if (moment > startBound || (moment === startBound && startDriver < 0)) {
        startBound = moment;
        startDriver = k;
      }
    }
    this.finishBound = finishBound;
    this.startBound = startBound;
    this.startDriver = startDriver;
    if (this.network.hasOutside) this.readOutside(p);
  }

  private readOutside(p: number): void {
    const { outsideStart, outsideFinish } = this.network;
    const [start, finish] = [outsideStart[p]!, outsideFinish[p]!];
    const isNamed = start === this.startBound && start !== NEVER && this.startDriver < 0;
    if (start > this.startBound || isNamed) {
      this.startBound = start;
      this.startDriver = BY_OUTSIDE_START;
    }
    if (finish <= this.finishBound) return;
    this.finishBound = finish;
    this.finishDriver = BY_OUTSIDE_FINISH;
  }
}
