import type { TreeNodeLine } from '@meridian/contracts-projects';
import { IconBriefcase, IconStack2 } from '@tabler/icons-react';
import { formatCount } from '../money/format-money.js';
import { Choose } from '../parts/choose.js';
import parts from '../parts/parts.module.css';
import { treeLines } from './tree-lines.js';
import styles from './tree.module.css';

interface TreeTableProps {
  readonly nodes: readonly TreeNodeLine[];
  readonly chosenId: string | undefined;
  readonly onChoose: (nodeId: string) => void;
}

const icons = { portfolio: IconBriefcase, programme: IconStack2 };

/** The tree as rows of an outline, with how many projects each holds. */
export function TreeTable({ nodes, chosenId, onChoose }: TreeTableProps) {
  return (
    <div className={parts.scroller}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col" className={parts.number}>
              Projects here
            </th>
            <th scope="col" className={parts.number}>
              With all below
            </th>
          </tr>
        </thead>
        <tbody>
          {treeLines(nodes).map(({ node, depth }) => {
            const Icon = icons[node.nodeKind];
            return (
              <tr
                key={node.nodeId}
                className={styles.row}
                data-chosen={node.nodeId === chosenId || undefined}
              >
                <td>
                  <Choose
                    className={styles.node}
                    style={{ marginInlineStart: `${depth * 1.25}rem` }}
                    isOpen={node.nodeId === chosenId}
                    onClick={() => onChoose(node.nodeId)}
                  >
                    <Icon size={16} stroke={1.7} aria-hidden />
                    {node.name}
                  </Choose>
                </td>
                <td className="quiet">{node.nodeKind}</td>
                <td className={parts.number}>{formatCount(node.projects)}</td>
                <td className={parts.number}>{formatCount(node.projectsBelow)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
