import type { BodyOf, EventContract } from '@meridian/bus';
import { ClosingMoneyAnswered } from '@meridian/contracts-budgeting';
import { ClosingGovernanceAnswered } from '@meridian/contracts-governance';
import { ClosingStarted } from '@meridian/contracts-projects';
import { ClosingQualityAnswered } from '@meridian/contracts-quality';
import { ClosingPeopleAnswered } from '@meridian/contracts-resourcing';

/** The projects service, as far as it is told and listened to. */
interface Projects {
  hears<E extends object>(contract: EventContract<E>, body: BodyOf<E>): Promise<void>;
  announced<E extends object>(contract: EventContract<E>, aggregateId: string): Promise<BodyOf<E>[]>;
}

/** What the others say of the closing that began last. */
export class ClosingAnswers {
  private constructor(
    private readonly projects: Projects,
    readonly projectId: string,
    readonly closingId: string,
  ) {}

  static async of(projects: Projects, projectId: string): Promise<ClosingAnswers> {
    const started = await projects.announced(ClosingStarted, projectId);
    return new ClosingAnswers(projects, projectId, started.at(-1)?.closingId ?? '');
  }

  money(orders: readonly string[] = []): Promise<void> {
    return this.projects.hears(ClosingMoneyAnswered, this.#body(orders, 'commitment'));
  }

  people(bookings: readonly string[] = []): Promise<void> {
    return this.projects.hears(ClosingPeopleAnswered, this.#body(bookings, 'booking'));
  }

  quality(milestones: readonly string[] = []): Promise<void> {
    return this.projects.hears(ClosingQualityAnswered, this.#body(milestones, 'milestone'));
  }

  governance(decisions: readonly string[] = []): Promise<void> {
    return this.projects.hears(ClosingGovernanceAnswered, this.#body(decisions, 'decision'));
  }

  async allClear(): Promise<void> {
    await this.governance();
    await this.people();
    await this.quality();
    await this.money();
  }

  #body(names: readonly string[], kind: string) {
    const { projectId, closingId } = this;
    const items = names.map((name) => ({ kind, name }));
    const verdict = items.length === 0 ? ('clear' as const) : ('open' as const);
    return { projectId, closingId, verdict, openCount: items.length, items };
  }
}
