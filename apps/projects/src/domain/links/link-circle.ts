import { compileNetwork } from '@meridian/network';
import { Refusal } from '@meridian/refusal';
import type { LinkKind } from '@meridian/network';
import type { StoredTask } from '../plan/stored-plan.js';

export interface CircleTask extends Pick<StoredTask, 'taskId' | 'name' | 'parentTaskId' | 'isActive'> {
  /** How the project is called to who asks. */
  readonly projectName: string;
}

export interface CircleLink {
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly kind: LinkKind;
  /** The project that gives, of a link between projects. */
  readonly giverId?: string;
}

/** All plans as one network: does anything wait for itself? @throws Refusal `projects/links-in-circle`, which names the tasks. */
export function requireNoLinkCircle(tasks: readonly CircleTask[], links: readonly CircleLink[]): void {
  const active = tasks.filter(({ isActive }) => isActive);
  const ids = new Set(active.map(({ taskId }) => taskId));
  try {
    compileNetwork({
      activities: active.map(({ taskId, name, projectName, parentTaskId }) => ({
        id: taskId,
        name: projectName === HIDDEN ? HIDDEN : `${name} (${projectName})`,
        parentId: parentTaskId,
        durationMinutes: 0,
      })),
      links: links
        .filter(({ fromTaskId, toTaskId }) => ids.has(fromTaskId) && ids.has(toTaskId))
        .map(({ fromTaskId: from, toTaskId: to, kind }) => ({ from, to, kind })),
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'network/cycle') throw error;
    throw circleOf((error.details as { readonly names: readonly string[] }).names);
  }
}

/** What a project is called to who may not see it: its tasks have no names. */
export const HIDDEN = 'a confidential project';

const NAMED = 12;

function circleOf(all: readonly string[]): Refusal {
  const names = all.filter((name, at) => name !== all[at - 1]);
  const shown = names.length <= NAMED ? names : [...names.slice(0, NAMED), '…'];
  return new Refusal(
    'projects/links-in-circle',
    `These tasks would wait for each other across projects: ${[...shown, names[0]].join(' → ')}. Remove one of the links first.`,
    { details: { names } },
  );
}
