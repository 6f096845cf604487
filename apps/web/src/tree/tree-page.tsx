import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { treeQuery } from '../gateway/lifecycle-queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { NodeForm } from './node-form.js';
import { NodePanel } from './node-panel.js';
import { TreeTable } from './tree-table.js';

/** Portfolios hold portfolios, programmes and projects; what stands where is changed here. */
export function TreePage() {
  const { node: chosenId } = useSearch({ from: '/tree' });
  const navigate = useNavigate({ from: '/tree' });
  const mayWrite = useMay('portfolio:write') === true;
  const tree = useQuery(treeQuery());
  useTitle('Portfolio tree');
  const choose = (node: string | undefined): void => {
    void navigate({ search: (before) => ({ ...before, node }), replace: true });
  };
  const chosen = tree.data?.nodes.find(({ nodeId }) => nodeId === chosenId);
  return (
    <>
      <PageHead
        title="Portfolio tree"
        under="A portfolio holds portfolios, programmes and projects; a programme holds projects. What moves takes all that stands below it along."
      />
      <div className={page.page}>
        <Panel
          title="Portfolios and programmes"
          note={tree.data && `${formatCount(tree.data.nodes.length)} nodes`}
        >
          <Reading answer={tree} what="The tree">
            {({ nodes }) => (
              <>
                {nodes.length === 0 ? (
                  <EmptyState title="No portfolio is there yet">
                    The first project that names a portfolio brings it here, or record one below.
                  </EmptyState>
                ) : (
                  <TreeTable nodes={nodes} chosenId={chosenId} onChoose={choose} />
                )}
                {mayWrite && (
                  <details className={forms.disclosure}>
                    <summary>Record a portfolio or programme</summary>
                    <NodeForm key={nodes.length} nodes={nodes} />
                  </details>
                )}
              </>
            )}
          </Reading>
        </Panel>
        {chosen && tree.data && (
          <NodePanel
            key={`${chosen.nodeId} ${chosen.version}`}
            node={chosen}
            nodes={tree.data.nodes}
            mayWrite={mayWrite}
          />
        )}
      </div>
    </>
  );
}
