import type { AttentionCleared, AttentionRaised, ProjectStatusChanged } from '@meridian/contracts-reporting';
import type { QueryClient } from '@tanstack/react-query';
import type { PortfolioAnswer } from '../gateway/answers.js';
import { applyCleared, applyRaised, applyStatus } from './apply-status.js';
import type { StreamEvent } from './event-stream.js';

/** Totals are asked for again at most this often, however many events arrive. */
const refetchEveryMs = 1_500;
/** After a quiet time the first event is followed soon: what belongs together arrives within this. */
const firstRefetchMs = 200;

/** Brings events into what the pages hold: the line at once, totals over all projects shortly after. */
export class LiveUpdates {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly touched = new Set<string>();
  private lastAskedAt = -refetchEveryMs;

  constructor(private readonly queries: QueryClient) {}

  take({ event, data }: StreamEvent): void {
    if (event === 'project-status-changed') {
      const changed = JSON.parse(data) as ProjectStatusChanged;
      this.patch((portfolio) => applyStatus(portfolio, changed));
      this.askAgain(changed.projectId);
    } else if (event === 'attention-raised') {
      const raised = JSON.parse(data) as AttentionRaised;
      this.patch((portfolio) => applyRaised(portfolio, raised));
      this.askAgain(raised.projectId);
    } else if (event === 'attention-cleared') {
      const cleared = JSON.parse(data) as AttentionCleared;
      this.patch((portfolio) => applyCleared(portfolio, cleared));
      this.askAgain(cleared.projectId);
    } else if (event === 'reset') {
      this.askEverything();
    }
  }

  /** After a break, or when the gateway says that events are missing. */
  askEverything(): void {
    void this.queries.invalidateQueries();
  }

  private patch(change: (portfolio: PortfolioAnswer) => PortfolioAnswer): void {
    this.queries.setQueriesData<PortfolioAnswer>({ queryKey: ['portfolio'] }, (portfolio) =>
      portfolio ? change(portfolio) : portfolio,
    );
  }

  private askAgain(projectId: string | undefined): void {
    if (projectId) this.touched.add(projectId);
    const quietMs = performance.now() - this.lastAskedAt;
    this.waiting ??= setTimeout(
      () => {
        this.waiting = undefined;
        this.lastAskedAt = performance.now();
        void this.queries.invalidateQueries({ queryKey: ['portfolio'] });
        for (const id of this.touched) {
          void this.queries.invalidateQueries({ queryKey: ['project', id] });
          void this.queries.invalidateQueries({ queryKey: ['plan', id] });
        }
        this.touched.clear();
      },
      Math.max(refetchEveryMs - quietMs, firstRefetchMs),
    );
  }
}
