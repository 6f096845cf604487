import { useSend } from '../gateway/use-send.js';

/** Sends a change of a plan and reads everything of the project again. */
export function useChange<A>(projectId: string) {
  return useSend<A>([
    ['plan', projectId],
    ['project', projectId],
  ]);
}
