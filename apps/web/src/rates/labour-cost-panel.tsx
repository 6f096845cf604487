import { useQuery } from '@tanstack/react-query';
import { labourCostQuery } from '../gateway/money-queries.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { labourCostSentence } from './labour-cost-words.js';

/** What the approved time of a project cost, masked as the budget service answers. */
export function LabourCostPanel({ projectId }: { readonly projectId: string }) {
  const answer = useQuery(labourCostQuery(projectId));
  return (
    <Panel title="Cost of labour" note={answer.data?.isMasked ? 'masked: rates stay private' : undefined}>
      <Reading answer={answer} what="The cost of labour" lines={1}>
        {(figures) => <span>{labourCostSentence(figures)}</span>}
      </Reading>
    </Panel>
  );
}
