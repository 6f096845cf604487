import type { Retrospective, RetrospectiveActionFacts } from '@meridian/contracts-projects';

/** What was typed, a line for each thing; empty lines and repetitions say nothing. */
export function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** Actions that are said again, since what is sent takes the place of what was said; settled ones stay by themselves. */
export function openActions(before: Retrospective | undefined): readonly RetrospectiveActionFacts[] {
  const open = before?.actions.filter(({ state }) => state === 'open') ?? [];
  return open.map(({ actionId, text, ownerPersonId, ownerName, dueOn }) => ({
    actionId,
    text,
    ownerPersonId,
    ownerName,
    dueOn,
  }));
}
