import type { TreeNodeLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { treeQuery } from '../gateway/lifecycle-queries.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { NodeForm } from './node-form.js';
import { PlacedProjects } from './placed-projects.js';

interface NodePanelProps {
  readonly node: TreeNodeLine;
  readonly nodes: readonly TreeNodeLine[];
  readonly mayWrite: boolean;
}

/** One portfolio or programme: its projects, its name, its place. */
export function NodePanel({ node, nodes, mayWrite }: NodePanelProps) {
  const inside = useQuery(treeQuery(node.nodeId));
  return (
    <Panel title={node.name} note={`${node.nodeKind}, ${formatCount(node.projects)} projects of its own`}>
      {mayWrite && <NodeForm nodes={nodes} node={node} />}
      <h3 className={forms.subhead}>Projects</h3>
      <Reading answer={inside} what="The projects">
        {({ projects }) =>
          projects.length === 0 ? (
            <EmptyState title="No project of yours stands here directly">
              Choose what stands below it, or move a project here from where it is.
            </EmptyState>
          ) : (
            <PlacedProjects projects={projects} node={node} nodes={nodes} mayWrite={mayWrite} />
          )
        }
      </Reading>
    </Panel>
  );
}
