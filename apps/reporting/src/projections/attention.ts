import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import {
  BudgetExceptionDecided,
  BudgetExceptionExpired,
  BudgetExceptionRequested,
} from '@meridian/contracts-budgeting';
import { DecisionRequested, DecisionTaken, GateRecorded } from '@meridian/contracts-governance';
import { OverloadsChanged } from '@meridian/contracts-resourcing';
import {
  decisionAttention,
  exceptionAttention,
  gateAttention,
  overloadAttention,
} from '../domain/attention.js';
import type { Tx } from '../persistence/database.js';
import { ReadModelWork } from '../persistence/read-model-work.js';
import { dateOf, newsOf } from './news.js';
import { settle } from './settle.js';
import type { AttentionSubject } from './settle.js';

/** Table `attention`: gates, decisions, exceptions and overloads; budgets and milestones settle theirs with their own facts. */
@Controller()
export class AttentionProjection {
  @On(GateRecorded, ReadModelWork)
  async gate(@Payload() event: GateRecorded, @Ctx() delivery: Delivery<Tx, ReadModelWork>): Promise<void> {
    const facts = { ...event, dueOn: event.dueOn ?? null, asked: event.evidence.length };
    await settle(
      newsOf(delivery, GateRecorded),
      { kind: 'gate', subjectId: event.gateId, projectId: event.projectId },
      gateAttention(facts, dateOf(delivery.at)),
    );
  }

  @On(DecisionRequested, ReadModelWork)
  async decision(
    @Payload() event: DecisionRequested,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await settle(
      newsOf(delivery, DecisionRequested),
      { kind: 'decision', subjectId: event.decisionId, projectId: event.projectId },
      decisionAttention(event, dateOf(delivery.at)),
    );
  }

  @On(DecisionTaken, ReadModelWork)
  async taken(@Payload() event: DecisionTaken, @Ctx() delivery: Delivery<Tx, ReadModelWork>): Promise<void> {
    if (event.outcome === 'deferred') return;
    const subject = { kind: 'decision' as const, subjectId: event.decisionId, projectId: event.projectId };
    await settle(newsOf(delivery, DecisionTaken), subject, null);
  }

  @On(BudgetExceptionRequested, ReadModelWork)
  async exception(
    @Payload() event: BudgetExceptionRequested,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const news = newsOf(delivery, BudgetExceptionRequested);
    await settle(news, exceptionOf(event), exceptionAttention(event, dateOf(delivery.at)));
  }

  @On(BudgetExceptionDecided, ReadModelWork)
  async exceptionDecided(
    @Payload() event: BudgetExceptionDecided,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await settle(newsOf(delivery, BudgetExceptionDecided), exceptionOf(event), null);
  }

  @On(BudgetExceptionExpired, ReadModelWork)
  async exceptionExpired(
    @Payload() event: BudgetExceptionExpired,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await settle(newsOf(delivery, BudgetExceptionExpired), exceptionOf(event), null);
  }

  @On(OverloadsChanged, ReadModelWork)
  async overload(
    @Payload() event: OverloadsChanged,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    await settle(
      newsOf(delivery, OverloadsChanged),
      { kind: 'capacity', subjectId: event.personId, projectId: event.projectIds[0] ?? null },
      overloadAttention(event.personName, event.weeks, dateOf(delivery.at)),
    );
  }
}

function exceptionOf({
  exceptionId,
  projectId,
}: Pick<BudgetExceptionRequested, 'exceptionId' | 'projectId'>): AttentionSubject {
  return { kind: 'decision', subjectId: exceptionId, projectId };
}
