import type { ComputeScenario, ScenarioChange, ScenarioFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { scenarioChanges } from '../domain/portfolio/scenario-changes.js';
import type { PlannedCandidate } from '../domain/portfolio/scenario-changes.js';
import type { KeptScenario } from '../solver/scenario-answer.js';
import type { Database, Tx } from './database.js';
import type { Scenario } from './generated/client.js';

export type ScenarioRow = Scenario;

/** One after the other: whoever computes anew or approves within a portfolio. Held until the transaction ends. */
export async function lockPortfolio(tx: Tx, portfolio: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scenario ${portfolio}`}, 0))::text`;
}

export function scenarioInForce(tx: Tx | Database, portfolio: string): Promise<ScenarioRow | null> {
  return tx.scenario.findFirst({ where: { portfolio, state: 'approved' } });
}

/** What the scenario changes: fixed when it is approved, until then against what is in force now. */
export function changesOf(row: ScenarioRow, inForce: ScenarioRow | null): readonly ScenarioChange[] {
  if (row.changes !== null) return row.changes as unknown as readonly ScenarioChange[];
  return scenarioChanges(plannedIn(row), inForce === null ? [] : plannedIn(inForce));
}

/** @throws Refusal `budgeting/unknown-scenario` */
export function knownScenario(row: ScenarioRow | null): ScenarioRow {
  if (row !== null) return row;
  throw new Refusal('budgeting/unknown-scenario', 'There is no scenario with this id.', {
    kind: 'not-found',
  });
}

export function figuresOf(row: ScenarioRow, inForce: ScenarioRow | null): ScenarioFigures {
  const { scenarioId, version, name, portfolio, decision, approvedAt, approvedBy } = row;
  return {
    scenarioId,
    version,
    name,
    portfolio,
    state: row.state as ScenarioFigures['state'],
    ...keptIn(row),
    ...(askedIn(row).givesKeptBudgets === true && { givesKeptBudgets: true }),
    changes: changesOf(row, inForce),
    computedAt: row.computedAt.toISOString(),
    computedBy: row.computedBy,
    ...(decision === null ? {} : { decision }),
    ...(approvedAt === null ? {} : { approvedAt: approvedAt.toISOString() }),
    ...(approvedBy === null ? {} : { approvedBy }),
  };
}

export function keptIn({ answer }: ScenarioRow): KeptScenario {
  return answer as unknown as KeptScenario;
}

/** What it was computed from. */
export function askedIn({ request }: ScenarioRow): ComputeScenario {
  return request as unknown as ComputeScenario;
}

function plannedIn(row: ScenarioRow): readonly PlannedCandidate[] {
  const { choices, periods } = keptIn(row);
  return choices.map(({ candidateId, name, projectId, start }) => ({
    candidateId,
    name,
    ...(projectId === undefined ? {} : { projectId }),
    ...(start === undefined ? {} : { startsIn: periods[start] ?? String(start) }),
  }));
}
