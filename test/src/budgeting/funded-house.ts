import { ProjectMoney } from '@meridian/contracts-budgeting';
import type { ServiceUnderTest } from '@meridian/testing';
import { TrialAccounts } from './trial-accounts.js';
import { anna, TrialProject } from './trial-project.js';

/** A project with an approved budget, and the accounts that tell of its documents. */
export async function fundedHouse(budgeting: ServiceUnderTest, amountMinor = '1000') {
  const project = await TrialProject.planned(budgeting);
  await project.approve(amountMinor);
  return { project, accounts: new TrialAccounts(budgeting, project) };
}

/** Minor units as numbers: the amounts of these tests are small. */
export async function moneyOf(budgeting: ServiceUnderTest, { projectId }: TrialProject) {
  const { actualMinor, committedMinor, availableMinor } = await budgeting.ask(anna, ProjectMoney, {
    projectId,
  });
  return { actual: Number(actualMinor), promised: Number(committedMinor), available: Number(availableMinor) };
}

/** The documents that wait for something, with the reason. */
export function waitingOf(budgeting: ServiceUnderTest, { code }: TrialProject) {
  return budgeting.rows<{ document_key: string; reason: string }>(
    `SELECT document_key, reason FROM waiting_cost WHERE project_code = $1 ORDER BY position`,
    code,
  );
}
