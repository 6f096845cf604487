import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible, visibleProjects, type Person } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MatchedLessons, MatchingLessons } from '@meridian/contracts-projects';
import { matchLessons, occasionOf, type ProjectTraits } from '../domain/lessons/match-lessons.js';
import { Database } from '../persistence/database.js';
import { phasesOf, type ProjectRow } from '../persistence/projects.js';
import { worriesIn } from '../domain/lessons/worries.js';
import { toldLesson } from './told-lesson.js';

const TOLD = 20;
/** The latest that are looked at. */
const LOOKED_AT = 5000;

type Traits = Pick<
  ProjectRow,
  'category' | 'orgUnit' | 'programme' | 'portfolio' | 'currency' | 'wholeLifeCostMinor' | 'durationMonths'
>;

/** Lessons of projects that the caller may not see are not looked at. */
@Controller()
export class MatchingLessonsQuery {
  constructor(private readonly database: Database) {}

  @Answers(MatchingLessons)
  async handle(@Payload() { projectId }: MatchingLessons, @Ctx() asking: Asking): Promise<MatchedLessons> {
    const found = await this.database.project.findUnique({ where: { projectId } });
    requireVisible(asking.claims, found);
    const project = found as ProjectRow;
    const gates = await this.database.projectGate.findMany({ where: { projectId } });
    const isPlanned = (await this.database.plan.count({ where: { projectId } })) > 0;
    const { occasion, gate } = occasionOf(
      { stage: project.stage, isPlanned },
      gates,
      asking.now.toISOString().slice(0, 10),
    );
    const phaseId = gate?.phaseId ?? project.currentPhaseId;
    const phaseName = phasesOf(project).find((phase) => phase.phaseId === phaseId)?.name ?? null;
    const open = await this.database.raidEntry.findMany({
      where: { projectId, status: 'open' },
      select: { title: true, description: true },
    });
    const { templates, lessons } = await this.lessonsOfOthers(projectId, asking.claims);
    const wanted = {
      ...traitsOf(project, templates.get(projectId)),
      phaseName,
      worries: worriesIn(open.map(({ title, description }) => `${title} ${description ?? ''}`)),
    };
    const matches = matchLessons(
      wanted,
      lessons.map((row) => ({
        row,
        project: traitsOf(row.project, templates.get(row.projectId)),
        phaseName: row.phaseName,
        category: row.category,
      })),
    );
    return {
      projectId,
      occasion,
      ...(gate === null ? {} : { gateName: gate.name, gateOn: gate.dueOn }),
      lessons: matches
        .slice(0, TOLD)
        .map(({ lesson, score, reasons }) => ({ ...toldLesson(lesson.row), score, reasons })),
      matchCount: matches.length,
    };
  }

  private async lessonsOfOthers(projectId: string, person: Person) {
    const lessons = await this.database.lesson.findMany({
      where: { projectId: { not: projectId }, project: visibleProjects(person) },
      include: { project: true },
      orderBy: [{ recordedAt: 'desc' }, { lessonId: 'asc' }],
      take: LOOKED_AT,
    });
    const ids = [...new Set([projectId, ...lessons.map((row) => row.projectId)])];
    const uses = await this.database.templateUse.findMany({ where: { projectId: { in: ids } } });
    return { lessons, templates: new Map(uses.map((use) => [use.projectId, use.templateId])) };
  }
}

function traitsOf(project: Traits, templateId: string | undefined): ProjectTraits {
  const { category, orgUnit, programme, portfolio, currency, wholeLifeCostMinor } = project;
  const durationMonths = project.durationMonths === null ? null : Number(project.durationMonths);
  const traits = { category, orgUnit, programme, portfolio, currency, wholeLifeCostMinor, durationMonths };
  return { ...traits, templateId: templateId ?? null };
}
