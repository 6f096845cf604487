import { calendarFromTable } from '@meridian/calendar';
import { BackwardPass } from '../backward-pass.js';
import { ACTIVITY, FOREVER } from '../compiled-network.js';
import type { CompiledNetwork } from '../compiled-network.js';
import { newDateTable } from '../date-table.js';
import { Floats } from '../floats.js';
import { ForwardPass } from '../forward-pass.js';
import { IdIndex } from '../id-index.js';
import { greatestFinish } from '../greatest-finish.js';
import { BLOCK_RUNS } from './risk-model.js';
import type { CalendarPlan, RiskModel } from './risk-model.js';

/** The same as LinePass for any network, one run after the other: both passes of `schedule` with drawn durations. */
export class CalendarPass {
  readonly projectFinish = new Int32Array(BLOCK_RUNS);
  private readonly network: CompiledNetwork;
  private readonly forward: ForwardPass;

  constructor(
    private readonly plan: CalendarPlan,
    private readonly model: Pick<RiskModel, 'criticalFloat' | 'planned'>,
  ) {
    // Deadlines and other caps make float negative without being on the longest path: criticality is against the finish.
    this.network = {
      ...plan.network,
      deadline: new Int32Array(plan.network.count).fill(FOREVER),
      duration: plan.network.duration.slice(),
      calendars: plan.calendars.map(calendarFromTable),
      activities: [],
      links: [],
      findings: [],
      indexOf: new IdIndex(),
    };
    const progress = { ...plan.progress, duration: plan.progress.duration.slice() };
    const shared = { scheduledIsEarly: true, logicIsPlace: false, placeIsStart: false };
    this.forward = new ForwardPass(
      this.network,
      progress,
      newDateTable(plan.network.count, shared),
      plan.options,
    );
  }

  run(duration: Int32Array, runs: number, criticalRuns: Int32Array): void {
    for (let run = 0; run < runs; run++) {
      this.enter(duration, run);
      this.forward.run();
      const finish = greatestFinish(this.network, this.forward.dates) ?? this.plan.options.projectStart;
      this.projectFinish[run] = finish;
      this.countCritical(finish, criticalRuns);
    }
  }

  /** What remains is drawn; what is done stays done. */
  private enter(drawn: Int32Array, run: number): void {
    const { progress } = this.forward;
    for (let p = 0; p < this.network.count; p++) {
      const remaining = drawn[p * BLOCK_RUNS + run]!;
      this.network.duration[p] = this.plan.network.duration[p]! + remaining - this.model.planned[p]!;
      progress.duration[p] = remaining;
    }
  }

  private countCritical(finish: number, criticalRuns: Int32Array): void {
    const { network } = this;
    const { progress, dates } = this.forward;
    const options = { ...this.plan.options, bounds: { late: finish, free: finish } };
    new BackwardPass(network, progress, dates, options).run();
    const floats = new Floats(network, progress, dates, {
      finish,
      criticalFloatMinutes: this.model.criticalFloat,
    });
    for (let p = 0; p < network.count; p++)
      if (network.role[p] === ACTIVITY && floats.isCriticalAt(p)) criticalRuns[p]!++;
  }
}
