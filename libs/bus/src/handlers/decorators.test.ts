import 'reflect-metadata';
import { IsInt, IsString } from 'class-validator';
import { expect, test } from '@jest/globals';
import { Answers } from './answers.js';
import { Asking, Call } from './call.js';
import { Delivery } from './delivery.js';
import { On } from './on.js';

class TaskProgressed {
  static readonly subject = 'events.projects.task-progressed.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
  @IsInt() readonly percentComplete!: number;
}
class ProgressReported {
  @IsInt() readonly taskVersion!: number;
}
class ReportProgress {
  static readonly subject = 'requests.projects.report-progress.v1';
  static readonly kind = 'command';
  static readonly answer = ProgressReported;
  @IsString() readonly taskId!: string;
}
class ProjectBudget {
  static readonly subject = 'requests.budgeting.project-budget.v1';
  static readonly kind = 'query';
  static readonly answer = ProgressReported;
  @IsString() readonly projectId!: string;
}
interface Tx {
  readonly marker: string;
}

test('a handler of the right contract compiles and one of another does not', () => {
  class Right {
    @On(TaskProgressed)
    async progressed(event: TaskProgressed, delivery: Delivery<Tx>): Promise<void> {
      await delivery.announce(TaskProgressed, event);
    }

    @Answers(ReportProgress)
    async report(request: ReportProgress, call: Call<Tx>): Promise<ProgressReported> {
      return { taskVersion: request.taskId.length + call.tx.marker.length };
    }

    @Answers(ProjectBudget)
    async budget(_request: ProjectBudget, _asking: Asking): Promise<ProgressReported> {
      return { taskVersion: 1 };
    }
  }
  class Wrong {
    // @ts-expect-error the parameter is another contract
    @On(TaskProgressed)
    async progressed(_event: ReportProgress): Promise<void> {}

    // @ts-expect-error the answer is another class
    @Answers(ReportProgress)
    async report(_request: ReportProgress): Promise<string> {
      return '';
    }

    // @ts-expect-error a query has no transaction
    @Answers(ProjectBudget)
    async budget(_request: ProjectBudget, _call: Call<Tx>): Promise<ProgressReported> {
      return { taskVersion: 1 };
    }
  }
  expect([Right, Wrong].map((type) => type.name)).toEqual(['Right', 'Wrong']);
});
