import { randomUUID } from 'node:crypto';
import type { RegisterProject } from '@meridian/contracts-projects';

/** What registers a project of its own, which only the PMO and its manager see. */
export function confidentialProject(
  managerPersonId: string,
  phases: RegisterProject['phases'] = [],
): RegisterProject & { projectId: string } {
  const projectId = randomUUID();
  return {
    projectId,
    code: `W-${projectId.slice(0, 8)}`,
    name: 'Wall',
    portfolio: 'Roads',
    stage: 'delivery',
    currency: 'EUR',
    isConfidential: true,
    managerPersonId,
    phases,
  };
}
