import { randomUUID } from 'node:crypto';
import { RegisterProject } from '@meridian/contracts-projects';
import { person } from '@meridian/testing';
import type { ServiceUnderTest, TestPerson } from '@meridian/testing';

/** Registers a project that only the PMO and its manager see. Answers its id. */
export async function confidentialProject(
  projects: ServiceUnderTest,
  manager: TestPerson,
  phases: RegisterProject['phases'] = [],
): Promise<string> {
  const projectId = randomUUID();
  await projects.ask(person('pmo-manager'), RegisterProject, {
    projectId,
    code: `W-${projectId.slice(0, 8)}`,
    name: 'Wall',
    portfolio: 'Roads',
    stage: 'delivery',
    currency: 'EUR',
    isConfidential: true,
    managerPersonId: manager.personId,
    phases,
  });
  return projectId;
}
