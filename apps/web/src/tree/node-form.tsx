import { Button } from '@mantine/core';
import type { TreeNodeLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { treeKey } from '../gateway/lifecycle-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { placesFor, placeWords } from './tree-lines.js';

interface NodeFormProps {
  readonly nodes: readonly TreeNodeLine[];
  /** The one that is renamed or moved; without it a new one is recorded. */
  readonly node?: TreeNodeLine;
}

/** Names a portfolio or programme and says where it stands. */
export function NodeForm({ nodes, node }: NodeFormProps) {
  const [nodeId] = useState(() => node?.nodeId ?? crypto.randomUUID());
  const [wish, setWish] = useState({
    nodeKind: node?.nodeKind ?? 'portfolio',
    name: node?.name ?? '',
    parentId: node?.parentId ?? '',
  });
  const change = useSend([treeKey, ['projects'], ['all-projects'], ['portfolio'], ['project']]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { nodeKind, name, parentId } = wish;
    const body = { nodeKind, name: name.trim(), ...(parentId === '' ? {} : { parentId }) };
    change.mutate({
      method: 'PUT',
      path: `/v1/tree/${encodeURIComponent(nodeId)}`,
      body,
      version: node?.version ?? 0,
    });
  };
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={node ? `Rename or move ${node.name}` : 'A new portfolio or programme'}
    >
      {!node && (
        <label className={forms.field}>
          <span>Kind</span>
          <select
            value={wish.nodeKind}
            onChange={({ currentTarget }) =>
              setWish({ ...wish, nodeKind: currentTarget.value as TreeNodeLine['nodeKind'] })
            }
          >
            <option value="portfolio">Portfolio</option>
            <option value="programme">Programme</option>
          </select>
        </label>
      )}
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Name</span>
        <input
          required
          maxLength={200}
          value={wish.name}
          onChange={({ currentTarget }) => setWish({ ...wish, name: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Stands in</span>
        <select
          value={wish.parentId}
          onChange={({ currentTarget }) => setWish({ ...wish, parentId: currentTarget.value })}
        >
          <option value="">the top of the tree</option>
          {placesFor(nodes, nodeId).map((line) => (
            <option key={line.node.nodeId} value={line.node.nodeId}>
              {placeWords(line)}
            </option>
          ))}
        </select>
      </label>
      <Button size="xs" type="submit" variant={node ? 'default' : 'filled'} loading={change.isPending}>
        {node ? 'Rename or move' : 'Record it'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
