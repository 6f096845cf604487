import type { LessonCategory, LessonLine } from '@meridian/contracts-projects';
import type { Prisma } from '../persistence/generated/client.js';
import { withoutGaps } from '../persistence/without-gaps.js';

/** What of its project a lesson is told with. */
export const WITH_PROJECT = {
  project: {
    select: { code: true, name: true, portfolio: true, programme: true, orgUnit: true, category: true },
  },
} as const satisfies Prisma.LessonInclude;

export type LessonRow = Prisma.LessonGetPayload<{ include: typeof WITH_PROJECT }>;

export function toldLesson({ project, recordedBy: _, ...row }: LessonRow): LessonLine {
  const { lessonId, version, projectId, number, whatHappened, recommendation, recordedByName } = row;
  return {
    lessonId,
    version,
    projectId,
    projectCode: project.code,
    projectName: project.name,
    portfolio: project.portfolio,
    ...withoutGaps({
      programme: project.programme,
      orgUnit: project.orgUnit,
      projectCategory: project.category,
      stage: row.stage,
      phase: row.phaseName,
    }),
    number,
    category: row.category as LessonCategory,
    whatHappened,
    recommendation,
    recordedByName,
    recordedAt: row.recordedAt.toISOString(),
  };
}
