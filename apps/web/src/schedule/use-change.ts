import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send, type Change } from '../gateway/send.js';

export type Wish = Omit<Change, 'key'>;

/** Sends a change of a plan and reads everything of the project again. The same wish sent again after a failure is made once. */
export function useChange<A>(projectId: string) {
  const queries = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: (wish: Wish) => {
      const text = JSON.stringify(wish);
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      return send<A>({ ...wish, key: sent.current.key });
    },
    onSuccess: async () => {
      sent.current = undefined;
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['plan', projectId] }),
        queries.invalidateQueries({ queryKey: ['project', projectId] }),
      ]);
    },
  });
}
