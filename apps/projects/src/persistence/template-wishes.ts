import type { Call } from '@meridian/bus';
import { ChecksPlanned, GatesPlanned } from '@meridian/contracts-projects';
import type { Phase } from '../domain/milestone/milestone.js';
import { partsOf } from '../domain/plan/plan-parts.js';
import type { TemplateContent } from '../domain/template/template-content.js';
import type { Tx } from './database.js';

export interface UsedTemplate {
  readonly projectId: string;
  readonly templateId: string;
  readonly templateVersion: number;
}

interface Wished {
  readonly content: TemplateContent;
  readonly phases: readonly Phase[];
  /** Ids of the tasks by the keys of the template. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** Tells quality which checks, and governance which gates, a project from a template wants. */
export async function announceWishes(
  { announce }: Pick<Call<Tx>, 'announce'>,
  use: UsedTemplate,
  { content, phases, idOf }: Wished,
): Promise<void> {
  const checks = content.checks.flatMap(({ milestoneKey, ...check }) => {
    const milestoneId = idOf.get(milestoneKey);
    return milestoneId === undefined ? [] : [{ milestoneId, ...check }];
  });
  const parts = partsOf(checks);
  for (const [index, part] of parts.entries()) {
    await announce(ChecksPlanned, { ...use, part: index + 1, parts: parts.length, checks: part });
  }
  if (content.gates.length === 0) return;
  const dayOf = new Map(phases.map(({ phaseId, gateOn }) => [phaseId, gateOn]));
  await announce(GatesPlanned, {
    ...use,
    gates: content.gates.map(({ phaseId, name, order, milestoneKeys }) => {
      const dueOn = dayOf.get(phaseId);
      return {
        phaseId,
        name,
        order,
        ...(dueOn === undefined ? {} : { dueOn }),
        milestoneIds: milestoneKeys.flatMap((key) => idOf.get(key) ?? []),
      };
    }),
  });
}
