import type { Moment } from '@meridian/calendar';
import { FF, FS, NEVER, SF } from './compiled-network.js';
import type { Edges } from './compiled-network.js';
import { BY_PROJECT_START } from './date-table.js';
import type { DateTable } from './date-table.js';
import type { Places } from './places.js';

/** What the links of one activity ask for, and the incoming edges that ask for it. Read into itself: no object per activity. */
export class LinkBounds {
  startBound: Moment = NEVER;
  finishBound: Moment = NEVER;
  startDriver = BY_PROJECT_START;
  finishDriver = BY_PROJECT_START;

  constructor(
    private readonly incoming: Edges,
    private readonly dates: DateTable,
    private readonly places: Places,
  ) {}

  /** The start bound begins with what is given: of a link that asks for the same, the link is named. */
  read(p: number, startBound: Moment, startDriver: number): void {
    const { first, other, kind, lag, lagCalendar } = this.incoming;
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
  }
}
