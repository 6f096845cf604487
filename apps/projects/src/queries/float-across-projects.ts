import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { momentFromIso } from '@meridian/calendar';
import { FloatAcrossProjects, LimitedFloat, LimitedFloats } from '@meridian/contracts-projects';
import { floatAcross, type FloatAcross } from '../domain/links/float-across.js';
import { HIDDEN } from '../domain/links/link-circle.js';
import { hourWords, momentWords } from '../domain/why/moment-words.js';
import { Database } from '../persistence/database.js';
import { plansBelow } from '../persistence/linked-plans.js';
import { readVisiblePlan } from '../persistence/plan-reading.js';

@Controller()
export class FloatAcrossProjectsQuery {
  constructor(private readonly database: Database) {}

  @Answers(FloatAcrossProjects)
  async handle(@Payload() { projectId }: FloatAcrossProjects, @Ctx() asking: Asking): Promise<LimitedFloats> {
    const person = asking.claims;
    const { plan, extra } = await readVisiblePlan(this.database, {
      projectId,
      person,
      also: async (tx, own) => {
        const { loaded } = await plansBelow(tx, { projectId, ...own });
        const projects = await tx.project.findMany({
          where: { projectId: { in: [projectId, ...loaded.keys()] } },
        });
        return { plans: new Map([...loaded, [projectId, own]]), projects };
      },
    });
    const seen = new Map(
      extra.projects.filter((row) => maySeeProject(person, row)).map((row) => [row.projectId, row.name]),
    );
    const names = new Map(
      [...extra.plans].flatMap(([id, { tasks }]) =>
        seen.has(id) ? tasks.map((task): [string, string] => [task.taskId, task.name]) : [],
      ),
    );
    const { planVersion, scheduleVersion } = plan.state;
    const lines = extra.plans.size === 1 ? [] : floatAcross(projectId, extra.plans);
    return { projectId, planVersion, scheduleVersion, tasks: lines.map((line) => told(line, seen, names)) };
  }
}

function told(
  { taskId, ownFloatMinutes, floatMinutes, waits, limit }: FloatAcross,
  projects: ReadonlyMap<string, string>,
  tasks: ReadonlyMap<string, string>,
): LimitedFloat {
  const facts = { taskId, ownFloatMinutes, floatMinutes };
  const far = slipWords(floatMinutes);
  const limitName = projects.get(limit.projectId);
  const limitTaskName = tasks.get(limit.taskId);
  if (limitName === undefined || limitTaskName === undefined)
    return { ...facts, limitName: HIDDEN, sentence: `${far} what ${HIDDEN} may not have later.` };
  const waitingTaskName = tasks.get(waits.taskId);
  const date = momentWords(momentFromIso(limit.at));
  return {
    ...facts,
    limitName,
    limitProjectId: limit.projectId,
    limitTaskId: limit.taskId,
    limitTaskName,
    limitBy: limit.by,
    limitOn: limit.at.slice(0, 10),
    ...(waitingTaskName === undefined ? {} : { waitingTaskName }),
    sentence: `${far} "${limitTaskName}" of ${limitName}, which ${MUST_WORDS[limit.by]} ${date}.`,
  };
}

function slipWords(minutes: number): string {
  if (minutes < 0) return `It is ${hourWords(-minutes)} late for`;
  return minutes === 0
    ? 'It may not slip without moving'
    : `It may slip ${hourWords(minutes)} before it moves`;
}

const MUST_WORDS: Readonly<Record<FloatAcross['limit']['by'], string>> = {
  deadline: 'has its deadline on',
  constraint: 'is held to',
  'project-finish': 'may finish with its project on',
};
