import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { LessonRecorded, Recorded, RecordLesson } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { lockManaged, phasesOf } from '../persistence/projects.js';
import { requireSeenVersion } from '../persistence/agile/seen-version.js';

/** A project writes down what it learned, while it remembers: at any time until it is archived. */
@Controller()
export class RecordLessonCommand {
  @Answers(RecordLesson)
  async handle(@Payload() request: RecordLesson, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { projectId, lessonId, category, whatHappened, recommendation } = request;
    const project = await lockManaged(tx, projectId, claims);
    const before = await tx.lesson.findUnique({ where: { lessonId } });
    if (before && before.projectId !== projectId) throw lessonNotFound();
    requireSeenVersion('lesson', before?.version ?? 0, call.expectedVersion);
    const said = { category, whatHappened, recommendation };
    const version = (before?.version ?? 0) + 1;
    const by = { recordedBy: claims.personId ?? claims.subject, recordedByName: claims.name };
    if (before) await tx.lesson.update({ where: { lessonId }, data: { ...said, ...by, version } });
    else {
      const number = 1 + (await tx.lesson.count({ where: { projectId } }));
      const phase = phasesOf(project).find(({ phaseId }) => phaseId === project.currentPhaseId);
      const at = { stage: project.stage, phaseName: phase?.name ?? null };
      const place = { lessonId, projectId, number, version, recordedAt: call.now, ...at };
      await tx.lesson.create({ data: { ...place, ...said, ...by } });
    }
    await call.announce(LessonRecorded, { projectId, lessonId, version, ...said, ...by });
    return { id: lessonId, version };
  }
}

function lessonNotFound(): Refusal {
  return new Refusal('projects/lesson-not-found', 'This project has no lesson with this id.', {
    kind: 'not-found',
  });
}
