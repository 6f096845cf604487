import type { LessonCategory, LessonLine } from '@meridian/contracts-projects';
import type { LessonRow } from '../persistence/lessons.js';
import { withoutGaps } from '../persistence/without-gaps.js';

/** A lesson as people read it, with where it was learned. */
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
