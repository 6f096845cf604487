import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followLive } from './live-connection.js';
import type { LiveState } from './live-connection.js';
import { LiveUpdates } from './live-updates.js';

/** Follows the live stream while the application is open. */
export function useLive(): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const updates = new LiveUpdates(queries);
    return followLive({
      onEvent: (event) => updates.take(event),
      onState: setState,
      onGap: () => updates.askEverything(),
    });
  }, [queries]);
  return state;
}
