import { hasRole, requireVisible } from '@meridian/access';
import type { Person } from '@meridian/access';
import { Refusal } from '@meridian/refusal';
import type { ProjectRow } from '../persistence/waiting-costs.js';

/** @throws Refusal `access/project-not-found`, `budgeting/approver-needed` */
export function requireApprover(person: Person, project: ProjectRow | null): ProjectRow {
  requireVisible(person, project);
  requireApproverRole(person);
  return project as ProjectRow;
}

/** @throws Refusal `budgeting/approver-needed` */
export function requireApproverRole(person: Person): void {
  if (hasRole(person, ['pmo-manager', 'sponsor'])) return;
  throw new Refusal(
    'budgeting/approver-needed',
    'Money is approved and moved by the PMO or a sponsor; ask one of them.',
    { kind: 'forbidden' },
  );
}

/** @throws Refusal `budgeting/version-conflict` when the caller saw another version than there is */
export function requireVersion(expected: number | undefined, version: number): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'budgeting/version-conflict',
    `The budget was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
