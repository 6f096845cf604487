import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SetScheduleRules } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { requireKnowable, withRules, type ScheduleRules } from '../domain/plan/schedule-rules.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan, type LoadedPlan } from '../persistence/plans.js';
import { lockManaged, phasesOf } from '../persistence/projects.js';
import { reschedule, type PlanChange } from '../persistence/reschedule.js';
import { rulesInForce, versionOf } from '../persistence/schedule-rules.js';

/** The plan is computed again by other rules; what they are stays on record with who set them. */
@Controller()
export class SetScheduleRulesCommand {
  @Answers(SetScheduleRules)
  async handle(@Payload() request: SetScheduleRules, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims, now } = call;
    const { projectId, statusDate = null, outOfSequence, honour } = request;
    const project = await lockManaged(tx, projectId, claims);
    const plan = await loadPlan(tx, projectId);
    const before = versionOf(await rulesInForce(tx, projectId));
    requireRulesVersion(before, call.expectedVersion);
    const rules = { statusDate, outOfSequence, honour };
    requireKnowable(rules, now.toISOString().slice(0, 10));
    await reschedule(plan, { ...changeBy(rules, plan), phases: phasesOf(project) }, call);
    const version = before + 1;
    await tx.scheduleRules.create({
      data: {
        projectId,
        version,
        ...rules,
        setBy: claims.personId ?? claims.subject,
        setByName: claims.name,
        setAt: now,
      },
    });
    return { id: projectId, version };
  }
}

function changeBy(rules: ScheduleRules, plan: LoadedPlan): Omit<PlanChange, 'phases'> {
  const { network, tasks, state } = plan;
  const ruled = { ...network.plan, settings: withRules(network.plan.settings, rules) };
  return {
    network: { ...network, plan: ruled },
    tasks,
    dataDate: rules.statusDate ?? state.dataDate,
    cause: { kind: 'schedule-rules', sentence: rulesSentence(rules) },
    changedIds: [],
    isToldAnyway: true,
  };
}

function rulesSentence({ statusDate, outOfSequence, honour }: ScheduleRules): string {
  const date = statusDate === null ? 'no status date' : `the status date ${statusDate}`;
  const logic = outOfSequence === 'retained-logic' ? 'retained logic' : 'progress override';
  return `The plan is scheduled with ${date}, ${logic}, and the ${honour} where constraint and link clash.`;
}

function requireRulesVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The rules of the schedule were changed since you read them (they are at version ${version} now); read them again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
