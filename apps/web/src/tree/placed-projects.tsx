import { Button } from '@mantine/core';
import type { PlacedProject, TreeNodeLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { stageKeys, treeKey } from '../gateway/lifecycle-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { stageWords } from '../projects/stage-words.js';
import { placeWords, treeLines } from './tree-lines.js';
import styles from './tree.module.css';

interface PlacedProjectsProps {
  readonly projects: readonly PlacedProject[];
  readonly node: TreeNodeLine;
  readonly nodes: readonly TreeNodeLine[];
  readonly mayWrite: boolean;
}

/** The projects of a place by code; each may be moved to another one. */
export function PlacedProjects({ projects, node, nodes, mayWrite }: PlacedProjectsProps) {
  return (
    <div className={parts.scroller}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Project</th>
            <th scope="col">Stage</th>
            {mayWrite && <th scope="col">Place</th>}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.projectId}>
              <td className="quiet">{project.code}</td>
              <td>
                <Link to="/projects/$projectId" params={{ projectId: project.projectId }}>
                  {project.name}
                </Link>
              </td>
              <td>{stageWords(project.stage)}</td>
              {mayWrite && (
                <td>
                  <Place project={project} node={node} nodes={nodes} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PlaceProps {
  readonly project: PlacedProject;
  readonly node: TreeNodeLine;
  readonly nodes: readonly TreeNodeLine[];
}

/** Chosen first, moved then: whoever walks through the choices with the keys moves nothing yet. */
function Place({ project, node, nodes }: PlaceProps) {
  const [nodeId, setNodeId] = useState(node.nodeId);
  const change = useSend([treeKey, ...stageKeys(project.projectId)]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/projects/${encodeURIComponent(project.projectId)}/place`;
    change.mutate({ method: 'PUT', path, body: { nodeId }, version: project.version });
  };
  return (
    <form className={styles.place} onSubmit={submit} aria-label={`Move ${project.name}`}>
      <select
        className={forms.input}
        aria-label={`Place of ${project.name}`}
        value={nodeId}
        disabled={project.stage === 'archived'}
        onChange={({ currentTarget }) => setNodeId(currentTarget.value)}
      >
        {treeLines(nodes).map((line) => (
          <option key={line.node.nodeId} value={line.node.nodeId}>
            {placeWords(line)}
          </option>
        ))}
      </select>
      {nodeId !== node.nodeId && (
        <Button size="compact-sm" type="submit" loading={change.isPending}>
          Move it there
        </Button>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
