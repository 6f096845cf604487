import { useQuery } from '@tanstack/react-query';
import { lifecycleQuery } from '../gateway/lifecycle-queries.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { LifeHistory } from './life-history.js';
import { OriginalRequestNote } from './original-request.js';
import { StageTrack } from './stage-track.js';
import { StageWays } from './stage-ways.js';

/** From the idea to the archive: where the project stands, where it may go, what was asked for at first. */
export function LifecyclePanel({ projectId }: { readonly projectId: string }) {
  const life = useQuery(lifecycleQuery(projectId));
  return (
    <Panel title="Lifecycle" anchor="lifecycle">
      <Reading answer={life} what="The life of the project">
        {(read) => (
          <>
            <StageTrack life={read} />
            <StageWays key={`${read.stage} ${read.version}`} life={read} />
            {read.request && <OriginalRequestNote request={read.request} />}
            <LifeHistory transitions={read.transitions} />
          </>
        )}
      </Reading>
    </Panel>
  );
}
