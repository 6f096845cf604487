import type { Board } from '@meridian/contracts-projects';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { Choose } from '../parts/choose.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import styles from './board.module.css';
import { RetrospectiveSection } from './retrospective-section.js';
import type { MayOnBoard } from './sprint-panel.js';

interface SprintsPanelProps {
  readonly board: Board;
  readonly may: MayOnBoard;
}

/** All sprints, the latest first, each with what the team said of it. */
export function SprintsPanel({ board: { projectId, sprints }, may }: SprintsPanelProps) {
  const [chosenId, setChosen] = useState<string>();
  const chosen = sprints.find(({ sprintId }) => sprintId === chosenId);
  if (sprints.length === 0) return null;
  return (
    <Panel title="Sprints and retrospectives">
      <div className={parts.scroller}>
        <table className={`${parts.table} ${parts.whole}`}>
          <thead>
            <tr>
              {['Sprint', 'Goal', 'Days', 'State'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className={parts.number}>
                Done of committed
              </th>
            </tr>
          </thead>
          <tbody>
            {sprints.map((sprint) => (
              <tr
                key={sprint.sprintId}
                data-chosen={sprint.sprintId === chosenId || undefined}
                className={styles.line}
              >
                <td>
                  <Choose
                    className={styles.sprintName}
                    isOpen={sprint.sprintId === chosenId}
                    onClick={() => setChosen(sprint.sprintId)}
                  >
                    Sprint {sprint.number}
                  </Choose>
                </td>
                <td>{sprint.goal}</td>
                <td>
                  {formatDay(sprint.startsOn)} – {formatDay(sprint.endsOn)}
                </td>
                <td>{sprint.state}</td>
                <td className={parts.number}>
                  {sprint.donePoints ?? '–'} / {sprint.committedPoints ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && (
        <RetrospectiveSection
          key={chosen.sprintId}
          projectId={projectId}
          sprint={chosen}
          mayWork={may.work}
        />
      )}
    </Panel>
  );
}
