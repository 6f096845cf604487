import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects, type Person } from '@meridian/access';
import { Answers, Asking, madeUpCursor, recordOfCursor } from '@meridian/bus';
import { FindLessons, LessonFacets, LessonPage } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import { WITH_PROJECT } from '../persistence/lessons.js';
import { toldLesson } from './told-lesson.js';

const PAGE = 50;

@Controller()
export class FindLessonsQuery {
  constructor(private readonly database: Database) {}

  /** The latest first; the cursor is the last lesson seen. */
  @Answers(FindLessons)
  async handle(@Payload() request: FindLessons, @Ctx() asking: Asking): Promise<LessonPage> {
    const { limit = PAGE, text, category, phase, projectId } = request;
    const contains = { contains: text ?? '', mode: 'insensitive' as const };
    const where = {
      project: { AND: [visibleProjects(asking.claims), traitsIn(request)] },
      ...(projectId === undefined ? {} : { projectId }),
      ...(category === undefined ? {} : { category }),
      ...(phase === undefined ? {} : { phaseName: phase }),
      ...(text === undefined ? {} : { OR: [{ whatHappened: contains }, { recommendation: contains }] }),
    };
    const cursor = await this.#placeOf(request.cursor);
    const [total, rows] = await Promise.all([
      this.database.lesson.count({ where }),
      this.database.lesson.findMany({
        where,
        include: WITH_PROJECT,
        orderBy: [{ recordedAt: 'desc' }, { lessonId: 'asc' }],
        take: limit + 1,
        ...(cursor && { cursor, skip: 1 }),
      }),
    ]);
    const lessons = rows.slice(0, limit).map(toldLesson);
    const last = lessons.at(-1);
    return {
      lessons,
      total,
      ...(rows.length > limit && last ? { nextCursor: last.lessonId } : {}),
      ...(cursor === undefined ? { facets: await this.#facetsFor(asking.claims) } : {}),
    };
  }

  /** What there is to be chosen, whatever is chosen already. */
  async #facetsFor(person: Person): Promise<LessonFacets> {
    const seen = visibleProjects(person);
    const [learned, phased] = await Promise.all([
      this.database.project.findMany({
        where: { AND: [seen, { lessons: { some: {} } }] },
        select: { programme: true, orgUnit: true, category: true },
        distinct: ['programme', 'orgUnit', 'category'],
      }),
      this.database.lesson.findMany({
        where: { project: seen, phaseName: { not: null } },
        select: { phaseName: true },
        distinct: ['phaseName'],
      }),
    ]);
    return {
      programmes: named(learned.map(({ programme }) => programme)),
      orgUnits: named(learned.map(({ orgUnit }) => orgUnit)),
      projectCategories: named(learned.map(({ category }) => category)),
      phases: named(phased.map(({ phaseName }) => phaseName)),
    };
  }

  async #placeOf(cursor: string | undefined): Promise<{ lessonId: string } | undefined> {
    const lessonId = recordOfCursor(cursor);
    if (lessonId === undefined) return undefined;
    const found = await this.database.lesson.findUnique({ where: { lessonId }, select: { lessonId: true } });
    if (!found) throw madeUpCursor(lessonId);
    return found;
  }
}

/** What is asked for of the project itself. */
function traitsIn({ portfolio, programme, orgUnit, projectCategory: category }: FindLessons) {
  const wanted = { portfolio, programme, orgUnit, category };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

function named(values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].sort((a, b) => a.localeCompare(b));
}
