import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import {
  ConcernAttended,
  ConcernOverdue,
  PerformanceReady,
  PerformanceSeen,
} from '@meridian/contracts-resourcing';
import { answerDue, answerOwed, figuresReady, type OwnKind, type OwnNote } from '../domain/own-line.js';
import type { Tx } from '../persistence/database.js';
import { ReadModelWork } from '../persistence/read-model-work.js';
import { idFrom } from './id-from.js';
import { dateOf, newsOf, type News } from './news.js';

/**
 * Table `own_line`: what waits for a person and is nobody else's business. Nothing is announced of it, neither what it says
 * nor that it is there.
 */
@Controller()
export class OwnLineProjection {
  @On(ConcernOverdue, ReadModelWork)
  async overdue(
    @Payload() event: ConcernOverdue,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const news = newsOf(delivery, ConcernOverdue);
    const { concernId, waitsForPersonIds, escalatedToPersonIds } = event;
    await keep(news, 'concern-answer', concernId, waitsForPersonIds, answerDue(event));
    await keep(news, 'concern-owed', concernId, escalatedToPersonIds, answerOwed(event));
  }

  @On(ConcernAttended, ReadModelWork)
  async attended(
    @Payload() { concernId }: ConcernAttended,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { rows } = newsOf(delivery, ConcernAttended);
    await rows.removeOwnLine(lineIdOf('concern-answer', concernId));
    await rows.removeOwnLine(lineIdOf('concern-owed', concernId));
  }

  @On(PerformanceReady, ReadModelWork)
  async ready(
    @Payload() event: PerformanceReady,
    @Ctx() delivery: Delivery<Tx, ReadModelWork>,
  ): Promise<void> {
    const { personId } = event;
    const news = newsOf(delivery, PerformanceReady);
    await keep(news, 'performance', figuresOf(event), [personId], figuresReady(event));
  }

  @On(PerformanceSeen, ReadModelWork)
  async seen(@Payload() event: PerformanceSeen, @Ctx() delivery: Delivery<Tx, ReadModelWork>): Promise<void> {
    await newsOf(delivery, PerformanceSeen).rows.removeOwnLine(lineIdOf('performance', figuresOf(event)));
  }
}

async function keep(
  { rows, at }: News,
  kind: OwnKind,
  subject: string,
  personIds: readonly string[],
  note: OwnNote,
): Promise<void> {
  if (personIds.length === 0) return;
  await rows.saveOwnLine({ lineId: lineIdOf(kind, subject), kind, personIds, since: dateOf(at), ...note });
}

function lineIdOf(kind: OwnKind, subject: string): string {
  return idFrom(`own ${kind}:${subject.toLowerCase()}`);
}

function figuresOf({ personId, period }: Pick<PerformanceReady, 'personId' | 'period'>): string {
  return `${personId} ${period}`;
}
