import type { Call } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import type { Phase } from '../../domain/milestone/milestone.js';
import { dayAt } from '../../domain/template/working-day-offset.js';
import { projectCalendar, startOf } from '../../domain/template/template-of-plan.js';
import type { Chosen } from '../../domain/template-version/chosen-lines.js';
import type { LineKey } from '../../domain/template-version/offered-lines.js';
import type { Tx } from '../database.js';
import { requireNoCircle } from '../link-circles.js';
import { phasesOf, projectFact, type ProjectRow } from '../projects.js';
import { adoptLines } from '../recurring-tasks.js';
import { announceWishes } from '../template-wishes.js';
import { changesPlan, takenPlan } from './taken-plan.js';
import type { VersionOffer } from './version-offer.js';

interface Adopting {
  readonly project: ProjectRow;
  readonly offer: VersionOffer;
  readonly chosen: Chosen;
}

/** What came of the plan; null when nothing of it changed. */
export type AdoptedOffer = { readonly planVersion: number; readonly finish: string } | null;

/** The chosen lines come into the project; quality and governance hear which checks and gates came with them. */
export async function adoptOffer(
  call: Call<Tx>,
  { project, offer, chosen }: Adopting,
): Promise<AdoptedOffer> {
  const { tx, newId } = call;
  const { projectId } = project;
  const isChosen = choiceIn(chosen);
  const phased = await withGates(call, { project, offer, isChosen });
  const { written, taken } = await takenPlan(tx, offer, { chosen: chosen.taken, newId });
  const isReplanned = chosen.taken.some(changesPlan);
  const { tasks: lines, links, calendars, assignments } = taken;
  const { later } = offer.versions;
  if (isReplanned)
    await requireNoCircle(tx, { from: projectId, incoming: { projectId, tasks: lines, links } }, call.claims);
  const figures = isReplanned
    ? await adoptLines(call, phased, {
        row: written.row,
        plan: { ...written.plan, links, calendars },
        lines,
        assignments,
        source: `Template: ${offer.later.name}, version ${offer.later.number}`,
      })
    : null;
  const use = { projectId, templateId: offer.run.templateId, templateVersion: offer.later.number };
  await announceWishes(call, use, {
    content: {
      ...later,
      checks: later.checks.filter(({ milestoneKey }) => isChosen(milestoneKey, ['checks', 'task'])),
      gates: later.gates.filter(({ phaseId }) => isChosen(phaseId, ['gate'])),
    },
    phases: phasesOf(phased),
    idOf: taken.idOf,
  });
  return figures && { planVersion: figures.planVersion, finish: figures.finish };
}

type IsChosen = (key: string, parts: readonly LineKey['part'][]) => boolean;

function choiceIn({ taken }: Chosen): IsChosen {
  const known = new Set(taken.map(({ key, part }) => `${part} ${key}`));
  return (key, parts) => parts.some((part) => known.has(`${part} ${key}`));
}

/** A phase of the project ends where a gate of the later version says. */
async function withGates(
  { tx, announce }: Call<Tx>,
  { project, offer, isChosen }: Pick<Adopting, 'project' | 'offer'> & { readonly isChosen: IsChosen },
): Promise<ProjectRow> {
  const gates = offer.versions.later.gates.filter(({ phaseId }) => isChosen(phaseId, ['gate']));
  if (gates.length === 0) return project;
  const calendar = projectCalendar(offer.source.plan);
  const start = startOf(offer.source.plan);
  const phases = new Map(phasesOf(project).map((phase): [string, Phase] => [phase.phaseId, phase]));
  for (const { phaseId, phaseName: name, order, due } of gates) {
    const gateOn = due === null ? {} : { gateOn: dayAt(calendar, start, due) };
    phases.set(phaseId, { phaseId, name, order, ...gateOn });
  }
  const inOrder = [...phases.values()].sort((a, b) => a.order - b.order);
  const phased = await tx.project.update({
    where: { projectId: project.projectId },
    data: { phases: inOrder.map((phase) => ({ ...phase })), version: project.version + 1 },
  });
  await announce(ProjectRecorded, projectFact(phased));
  return phased;
}
