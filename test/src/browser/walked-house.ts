import { eventually } from '@meridian/testing';
import { mondayBefore, smallPlanXml } from '../house/small-plan.js';
import type { TrialHouse } from '../house/trial-house.js';

/** An engineer whom both plans name for the same weeks. */
export const ENGINEER = 'Ines Moreau';
/** What the plans name where they mean nobody yet. */
export const ROLE = 'Validation engineer';

export interface WalkedProject {
  readonly projectId: string;
  readonly name: string;
}

/** The engineer, and two projects that want her from next Monday on. */
export async function furnish(
  trial: TrialHouse,
  today: string,
): Promise<readonly [WalkedProject, WalkedProject]> {
  const anna = trial.as('anna.meyer');
  await anna.command('POST', '/v1/connectors/events', {
    specversion: '1.0',
    id: 'hired-W-1',
    source: '/walk/hr',
    type: 'hr.worker.hired.v1',
    data: {
      employeeNumber: 'W-1',
      name: ENGINEER,
      email: 'ines.moreau@example.org',
      role: 'Engineer',
      orgUnit: 'IT',
      ftePercent: 100,
      effectiveOn: '2020-01-06',
    },
  });
  const lea = trial.as('lea.chen');
  const personId = await eventually(async () => {
    const { people } = await lea.get<{ people: readonly { personId: string; name: string }[] }>('/v1/people');
    const found = people.find(({ name }) => name === ENGINEER);
    if (!found) throw new Error(`${ENGINEER} is not known yet.`);
    return found.personId;
  });
  const skill = { skill: ROLE, level: 4, evidence: 'Validated two bridges' };
  await lea.command('PUT', `/v1/people/${personId}/skills`, skill, { 'If-Match': '"0"' });
  return [await plan(trial, 'Bridge', today), await plan(trial, 'Tunnel', today)];
}

async function plan(trial: TrialHouse, name: string, today: string): Promise<WalkedProject> {
  const anna = trial.as('anna.meyer');
  const { id: projectId } = await anna.command<{ id: string }>('POST', '/v1/projects', {
    code: name.toUpperCase(),
    name,
    portfolio: 'Ways',
    stage: 'delivery',
    phases: [{ phaseId: 'build', name: 'Build', order: 1 }],
    currency: 'EUR',
  });
  const xml = smallPlanXml({ name, tasks: 2, people: [ENGINEER, ROLE], startsOn: mondayBefore(today, -1) });
  await anna.command('POST', `/v1/projects/${projectId}/plan-imports`, {
    fileName: `${name}.xml`,
    contentBase64: Buffer.from(xml).toString('base64'),
  });
  return { projectId, name };
}
