import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import type { Claims } from '@meridian/bus';
import { PersonPerformance, PersonPerformanceFigures } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { Figure, FigureRow } from '../domain/performance/figure.js';
import { isOver, lastPeriodOver, periodNamed, type Period } from '../domain/performance/period.js';
import { personIdIn, personOrManaged } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import type { PerformanceReview, Person } from '../persistence/database.js';
import { currentFigures } from '../persistence/performance/performance-facts.js';
import { isReleased, settledFigures } from '../persistence/performance/reviews.js';

@Controller()
export class PersonPerformanceQuery {
  constructor(private readonly database: Database) {}

  @Answers(PersonPerformance)
  async handle(
    @Payload() request: PersonPerformance,
    @Ctx() { claims, now }: Asking,
  ): Promise<PersonPerformanceFigures> {
    const today = now.toISOString().slice(0, 10);
    const period = request.period === undefined ? lastPeriodOver(today) : periodNamed(request.period);
    const person = await personOrManaged(this.database, claims, request.personId);
    const { personId } = person;
    const isOwn = personId === personIdIn(claims);
    const where = { personId_period: { personId, period: period.name } };
    const review = await this.database.performanceReview.findUnique({ where });
    if (!isOwn && !(review && isReleased(review, today))) throw notReleased(period, review);
    const settled = review && settledFigures(review);
    const figures = settled ?? (await currentFigures(this.database, personId, period, today));
    return {
      ...told(person, period, review),
      isOver: isOver(period, today),
      isFrozen: settled !== null,
      figures: isOwn ? figures : await this.withoutHidden(claims, figures),
    };
  }

  /** A manager who may not see a project learns that there was such work, and how much, not what. */
  private async withoutHidden(claims: Claims, figures: readonly Figure[]): Promise<readonly Figure[]> {
    const ids = figures.flatMap(({ rows }) => rows.flatMap(({ projectId }) => projectId ?? []));
    const projects = await this.database.project.findMany({
      where: { projectId: { in: [...new Set(ids)] } },
    });
    const seen = new Set(
      projects.filter((one) => maySeeProject(claims, one)).map(({ projectId }) => projectId),
    );
    const isSeen = ({ projectId }: FigureRow) => projectId === undefined || seen.has(projectId);
    return figures.map((figure) => ({
      ...figure,
      rows: figure.rows.map((row) => (isSeen(row) ? row : { ...row, ...HIDDEN })),
    }));
  }
}

const HIDDEN = {
  name: 'Confidential work',
  projectId: undefined,
  taskId: undefined,
  note: 'Of a project that you may not see.',
};

function told(
  { personId, name }: Person,
  { name: period, from, to }: Period,
  review: PerformanceReview | null,
) {
  const of = { personId, personName: name, period, from, to, version: review?.version ?? 0 };
  if (!review) return of;
  const { releasedOn, seenAt, comment } = review;
  return {
    ...of,
    releasedOn,
    ...(seenAt !== null && { seenAt: seenAt.toISOString() }),
    ...(comment !== null && { comment }),
  };
}

function notReleased({ name }: Period, review: PerformanceReview | null): Refusal {
  const when = review
    ? `You see them as soon as the person did, on ${review.releasedOn} at the latest.`
    : 'The person was not told of them yet, and sees them first.';
  return new Refusal(
    'resourcing/performance-not-released',
    `The figures of ${name} are the person's alone. ${when}`,
    { kind: 'forbidden' },
  );
}
