import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Says how the plan of a project is scheduled, in place of what its file says. The network is computed again. */
export class SetScheduleRules {
  static readonly subject = 'requests.projects.set-schedule-rules.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  /** What is not done at the end of this day (the data date) is planned after it. Without one it is planned as logic has it. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  /** Whether what remains of a task that began too early waits for its predecessors, or goes on. */
  @IsIn(['retained-logic', 'progress-override'])
  readonly outOfSequence!: 'retained-logic' | 'progress-override';

  /** Which one stands when a link asks for a later date than a constraint allows. */
  @IsIn(['constraint', 'link']) readonly honour!: 'constraint' | 'link';
}
