import { Refusal } from '@meridian/refusal';

/** More than a team can see to, and as many as are told of a retrospective. */
const MOST_ACTIONS = 50;

export type ActionState = 'open' | 'done' | 'dropped';

export interface ActionFacts {
  readonly actionId: string;
  readonly text: string;
  readonly ownerPersonId: string;
  readonly ownerName: string;
  readonly dueOn: string;
}

export interface RetroAction extends ActionFacts {
  readonly state: ActionState;
  readonly settledOn: string | null;
}

/** What a team said of a sprint, and what it wants to do differently. */
export interface Retrospective {
  readonly sprintId: string;
  readonly version: number;
  readonly wentWell: readonly string[];
  readonly toImprove: readonly string[];
  readonly actions: readonly RetroAction[];
}

export interface RetroFacts {
  readonly wentWell: readonly string[];
  readonly toImprove: readonly string[];
  readonly actions: readonly ActionFacts[];
}

/**
 * What is said now takes the place of what was said before; settled actions stay as they were, said again or not.
 *
 * @throws Refusal `projects/action-twice`, `projects/action-settled`, `projects/too-many-actions`
 */
export function recordRetrospective(
  before: Retrospective | null,
  sprintId: string,
  { wentWell, toImprove, actions }: RetroFacts,
): Retrospective {
  const twice = actions.find(
    ({ actionId }, at) => actions.findIndex((one) => one.actionId === actionId) !== at,
  );
  if (twice) {
    throw new Refusal('projects/action-twice', `The action "${twice.text}" is named twice.`, {
      kind: 'unprocessable',
    });
  }
  const settled = before?.actions.filter(({ state }) => state !== 'open') ?? [];
  const said = new Map(actions.map((action) => [action.actionId, action]));
  for (const action of settled) {
    const now = said.get(action.actionId);
    if (now && !saysTheSame(action, now)) throw alreadySettled(action);
    said.delete(action.actionId);
  }
  if (settled.length + said.size > MOST_ACTIONS) throw tooMany(settled.length);
  const open = [...said.values()].map((action) => ({ ...action, state: 'open' as const, settledOn: null }));
  return {
    sprintId,
    version: (before?.version ?? 0) + 1,
    wentWell,
    toImprove,
    actions: [...settled, ...open],
  };
}

/** @throws Refusal `projects/retrospective-action-not-found`, `projects/action-settled` */
export function settleAction(
  retrospective: Retrospective,
  { actionId, outcome, today }: { actionId: string; outcome: 'done' | 'dropped'; today: string },
): Retrospective {
  const action = actionOf(retrospective, actionId);
  if (action.state !== 'open') throw alreadySettled(action);
  const settled = { ...action, state: outcome, settledOn: today };
  return {
    ...retrospective,
    version: retrospective.version + 1,
    actions: retrospective.actions.map((one) => (one.actionId === actionId ? settled : one)),
  };
}

/** @throws Refusal `projects/retrospective-action-not-found` */
export function actionOf({ actions }: Retrospective, actionId: string): RetroAction {
  const action = actions.find((one) => one.actionId === actionId);
  if (action) return action;
  throw new Refusal(
    'projects/retrospective-action-not-found',
    'The retrospective of this sprint has no action with this id.',
    { kind: 'not-found' },
  );
}

function saysTheSame(action: ActionFacts, now: ActionFacts): boolean {
  const said = ['text', 'ownerPersonId', 'ownerName', 'dueOn'] as const;
  return said.every((field) => action[field] === now[field]);
}

function tooMany(settled: number): Refusal {
  return new Refusal(
    'projects/too-many-actions',
    `A retrospective keeps at most ${MOST_ACTIONS} actions, and ${settled} of this one are settled and stay; name at most ` +
      `${MOST_ACTIONS - settled} open ones, or record the others with the next sprint.`,
    { kind: 'unprocessable', details: { most: MOST_ACTIONS, settled } },
  );
}

function alreadySettled({ text, state, settledOn }: RetroAction): Refusal {
  return new Refusal(
    'projects/action-settled',
    `The action "${text}" is ${state} since ${settledOn}; record another one instead.`,
  );
}
