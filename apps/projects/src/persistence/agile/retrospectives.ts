import type { Call } from '@meridian/bus';
import { RetrospectiveRecorded } from '@meridian/contracts-projects';
import type { ActionState, Retrospective } from '../../domain/agile/retrospective.js';
import type { Tx } from '../database.js';
import { withoutGaps } from '../without-gaps.js';

/** The retrospective of a sprint; null while there is none. */
export async function loadRetrospective(tx: Tx, sprintId: string): Promise<Retrospective | null> {
  const row = await tx.retrospective.findUnique({
    where: { sprintId },
    include: { actions: { orderBy: { position: 'asc' } } },
  });
  if (row === null) return null;
  const actions = row.actions.map(({ position: _, sprintId: __, ...action }) => ({
    ...action,
    state: action.state as ActionState,
  }));
  return { ...row, actions };
}

/** Writes a retrospective in the place of the one before; the others hear of it. */
export async function saveRetrospective(
  { tx, announce }: Call<Tx>,
  projectId: string,
  retrospective: Retrospective,
): Promise<void> {
  const { sprintId, version, wentWell, toImprove, actions } = retrospective;
  const said = { version, wentWell: [...wentWell], toImprove: [...toImprove] };
  await tx.retrospective.upsert({ where: { sprintId }, create: { sprintId, ...said }, update: said });
  await tx.retrospectiveAction.deleteMany({ where: { sprintId } });
  await tx.retrospectiveAction.createMany({
    data: actions.map((action, position) => ({ sprintId, position, ...action })),
  });
  await announce(RetrospectiveRecorded, { projectId, ...toldRetrospective(retrospective) });
}

/** A retrospective on the wire, gaps left out. */
export function toldRetrospective({ sprintId, version, wentWell, toImprove, actions }: Retrospective) {
  const told = actions.map(({ settledOn, ...action }) => ({ ...action, ...withoutGaps({ settledOn }) }));
  return { sprintId, version, wentWell: [...wentWell], toImprove: [...toImprove], actions: told };
}
