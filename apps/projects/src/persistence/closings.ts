import { ClosingEnded, ClosingStarted, ClosingWithdrawn } from '@meridian/contracts-projects';
import { CLOSING_ASKS, dueDay, type ClosingOwner } from '../domain/closing/closing-asks.js';
import { gapsIn, type Answer, type Gap, type OpenItem } from '../domain/closing/closing.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { ProjectRow } from './projects.js';
import type { Step, StepWork } from './stage-changes.js';

export type AnswerRow = Prisma.ClosingAnswerGetPayload<object>;

/** What a service says, whichever it is. */
interface Said {
  readonly projectId: string;
  readonly closingId: string;
  readonly openCount: number;
  readonly items: readonly OpenItem[];
}

/** The others are asked, each what it is responsible for. */
export async function startClosing(
  { projectId, code, name }: ProjectRow,
  { byName, isStopped }: { readonly byName: string; readonly isStopped: boolean },
  { tx, now, newId, announce }: StepWork,
): Promise<void> {
  const closingId = newId();
  const dueOn = dueDay(now);
  const number = 1 + (await tx.closing.count({ where: { projectId } }));
  await tx.closing.create({
    data: {
      closingId,
      projectId,
      number,
      state: 'open',
      isStopped,
      startedAt: now,
      startedByName: byName,
      dueOn,
    },
  });
  await tx.closingAnswer.createMany({ data: CLOSING_ASKS.map((ask) => ({ closingId, ...ask })) });
  const asks = CLOSING_ASKS.map((ask) => ({ ...ask }));
  const startedOn = now.toISOString().slice(0, 10);
  await announce(ClosingStarted, { projectId, closingId, code, name, isStopped, asks, startedOn, dueOn });
}

/** The closing that runs is over: withdrawn, or ended with what was open at that moment. Nothing where none runs. */
export async function endClosing(projectId: string, step: Step, work: StepWork): Promise<void> {
  const { tx, now, announce } = work;
  const closing = await tx.closing.findFirst({
    where: { projectId, state: 'open' },
    include: { answers: true },
  });
  if (!closing) return;
  const { closingId } = closing;
  const { to, by, byName, reason, override = null, overridden } = step;
  const on = now.toISOString().slice(0, 10);
  const ended = { endedAt: now, endedBy: by, endedByName: byName };
  if (to === 'delivery') {
    await tx.closing.update({ where: { closingId }, data: { ...ended, state: 'withdrawn', reason } });
    const withdrawn = { withdrawnBy: by, withdrawnByName: byName, withdrawnOn: on };
    return announce(ClosingWithdrawn, { projectId, closingId, reason, ...withdrawn });
  }
  const isOverridden = overridden.length > 0;
  const leftOpen = gapsIn(closing.answers.map(answerOf)).map((gap) => ({ ...gap, items: [...gap.items] }));
  const state = isOverridden ? 'overridden' : 'complete';
  const history = { leftOpen: json(leftOpen), overridden: json(overridden) };
  const why = isOverridden && override !== null ? override : null;
  await tx.closing.update({ where: { closingId }, data: { ...ended, state, reason: why, ...history } });
  await announce(ClosingEnded, {
    projectId,
    closingId,
    to: to as 'benefits' | 'archived',
    isOverridden,
    ...(why === null ? {} : { overrideReason: why }),
    leftOpen,
    overridden: overridden.map((one) => ({ ...one })),
    endedBy: by,
    endedByName: byName,
    endedOn: on,
  });
}

/** What a service says now. Of a closing that is over nothing changes any more. */
export async function takeAnswer(tx: Tx, owner: ClosingOwner, said: Said, at: Date): Promise<void> {
  const { projectId, closingId, openCount, items } = said;
  await tx.closingAnswer.updateMany({
    where: { closingId, owner, closing: { projectId, state: 'open' } },
    data: { answeredAt: at, openCount, items: json(items) },
  });
}

/** What the closing that runs still waits for; null where none runs. */
export async function openGaps(tx: Pick<Tx, 'closing'>, projectId: string): Promise<readonly Gap[] | null> {
  const closing = await tx.closing.findFirst({
    where: { projectId, state: 'open' },
    include: { answers: { orderBy: { owner: 'asc' } } },
  });
  return closing && gapsIn(closing.answers.map(answerOf));
}

export function answerOf({ owner, answeredAt, openCount, items }: AnswerRow): Answer {
  return {
    owner: owner as ClosingOwner,
    answeredAt,
    openCount,
    items: items as unknown as OpenItem[],
  };
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
