import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { visibleProjects } from '@meridian/access';
import { Answers, Asking, madeUpCursor, recordOfCursor } from '@meridian/bus';
import { FindLessons, LessonPage, type LessonCategory } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';

const PAGE = 50;

@Controller()
export class FindLessonsQuery {
  constructor(private readonly database: Database) {}

  /** The latest first; the cursor is the last lesson seen. */
  @Answers(FindLessons)
  async handle(@Payload() request: FindLessons, @Ctx() asking: Asking): Promise<LessonPage> {
    const { limit = PAGE, text, category, portfolio, projectId } = request;
    const contains = { contains: text ?? '', mode: 'insensitive' as const };
    const where = {
      project: { AND: [visibleProjects(asking.claims), portfolio === undefined ? {} : { portfolio }] },
      ...(projectId === undefined ? {} : { projectId }),
      ...(category === undefined ? {} : { category }),
      ...(text === undefined ? {} : { OR: [{ whatHappened: contains }, { recommendation: contains }] }),
    };
    const cursor = await this.#placeOf(request.cursor);
    const [total, rows] = await Promise.all([
      this.database.lesson.count({ where }),
      this.database.lesson.findMany({
        where,
        include: { project: { select: { code: true, name: true, portfolio: true } } },
        orderBy: [{ recordedAt: 'desc' }, { lessonId: 'asc' }],
        take: limit + 1,
        ...(cursor && { cursor, skip: 1 }),
      }),
    ]);
    const lessons = rows.slice(0, limit).map(({ project, recordedBy: _, ...row }) => ({
      ...row,
      category: row.category as LessonCategory,
      projectCode: project.code,
      projectName: project.name,
      portfolio: project.portfolio,
      recordedAt: row.recordedAt.toISOString(),
    }));
    const last = lessons.at(-1);
    return { lessons, total, ...(rows.length > limit && last ? { nextCursor: last.lessonId } : {}) };
  }

  async #placeOf(cursor: string | undefined): Promise<{ lessonId: string } | undefined> {
    const lessonId = recordOfCursor(cursor);
    if (lessonId === undefined) return undefined;
    const found = await this.database.lesson.findUnique({ where: { lessonId }, select: { lessonId: true } });
    if (!found) throw madeUpCursor(lessonId);
    return found;
  }
}
