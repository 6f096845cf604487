import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { send, type Change } from './send.js';

export type Wish = Omit<Change, 'key'>;

/**
 * Sends a change and reads again what may have changed by it. The same wish sent again after a failure is made once.
 *
 * @param changes first parts of the query keys that are read again
 */
export function useSend<A>(changes: readonly QueryKey[]) {
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
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
