import type { RecordScoringModel, ScoringModelFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { ScoringModel } from '../domain/portfolio/scoring-model.js';
import type { Database, Tx } from './database.js';
import type { ScoringModelVersion } from './generated/client.js';

export type ScoringModelRow = ScoringModelVersion;

type ScoringModelBody = Omit<ScoringModel, 'modelId' | 'version' | 'name'>;

/** One after the other: whoever records the next version of a model. Held until the transaction ends. */
export async function lockScoringModel(tx: Tx, modelId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scoring-model ${modelId}`}, 0))::text`;
}

export function latestScoringModel(tx: Tx, modelId: string): Promise<ScoringModelRow | null> {
  return tx.scoringModelVersion.findFirst({ where: { modelId }, orderBy: { version: 'desc' } });
}

/** A version that is scored by. @throws Refusal `budgeting/unknown-scoring-model`, `budgeting/model-not-published` */
export async function publishedScoringModel(
  tx: Tx | Database,
  modelId: string,
  version: number,
): Promise<ScoringModelRow> {
  const row = knownScoringModel(
    await tx.scoringModelVersion.findUnique({ where: { modelId_version: { modelId, version } } }),
  );
  if (row.state === 'published') return row;
  throw new Refusal(
    'budgeting/model-not-published',
    `Version ${version} of "${row.name}" is a draft; publish it before candidates are scored by it.`,
  );
}

/** @throws Refusal `budgeting/unknown-scoring-model` */
export function knownScoringModel(row: ScoringModelRow | null): ScoringModelRow {
  if (row) return row;
  throw new Refusal('budgeting/unknown-scoring-model', 'There is no such version of a scoring model.', {
    kind: 'not-found',
  });
}

/** All but name and version of what was asked to be recorded. */
export function bodyOfModel(request: RecordScoringModel): object {
  const { lowest, highest, missing, disagreement, criteria } = request;
  return {
    lowest,
    highest,
    missing,
    ...(disagreement === undefined ? {} : { disagreement }),
    criteria: criteria.map((criterion) => ({
      ...criterion,
      rubric: criterion.rubric.map((one) => ({ ...one })),
    })),
  };
}

export function scoringModelOf({ modelId, version, name, body }: ScoringModelRow): ScoringModel {
  return { ...(body as unknown as ScoringModelBody), modelId, version, name };
}

export function scoringModelFigures(row: ScoringModelRow): ScoringModelFigures {
  const { state, recordedAt, recordedBy, decision } = row;
  return {
    ...scoringModelOf(row),
    state: state as ScoringModelFigures['state'],
    recordedAt: recordedAt.toISOString(),
    recordedBy,
    ...(decision === null ? {} : { decision }),
  };
}
