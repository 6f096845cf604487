import { Button } from '@mantine/core';
import type { ScenarioChange, ScenarioFigures } from '@meridian/contracts-budgeting';
import { useEffect, useRef, useState } from 'react';
import { changeSetsKey, scenariosKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { HealthBadge } from '../health/health-badge.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { changeWords } from './scenario-words.js';
import styles from './scenarios.module.css';
import { isSameMeasure, valueWords } from './value-words.js';

interface ApprovalPanelProps {
  readonly scenario: ScenarioFigures;
  /** The one that would be superseded. */
  readonly inForce: ScenarioFigures | undefined;
  readonly onClose: () => void;
}

/** What approving a scenario would change, before anybody is told; then the decision. */
export function ApprovalPanel({ scenario, inForce, onClose }: ApprovalPanelProps) {
  const { scenarioId, name, version, changes, value } = scenario;
  const [decision, setDecision] = useState('');
  const change = useSend<ScenarioFigures>([scenariosKey, changeSetsKey]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const more =
    inForce && isSameMeasure(scenario, inForce)
      ? (BigInt(value) - BigInt(inForce.value)).toString()
      : undefined;
  return (
    <Panel
      title={`Approve “${name}”`}
      note={inForce ? `in place of “${inForce.name}”` : 'the first one in force'}
    >
      <p className={styles.sums}>
        {countWords(changes)}
        {more !== undefined &&
          `; the portfolio is worth ${valueWords(more.replace('-', ''), scenario)} ${more.startsWith('-') ? 'less' : 'more'}`}
        {scenario.givesKeptBudgets && '; what stays gets a new budget by it too'}.
      </p>
      <ul className={styles.changes}>
        {[...changes].sort(byWeight).map((one) => (
          <li key={one.candidateId} data-change={one.change}>
            <ChangeBadge change={one.change} />
            <span>
              <strong>{one.name}</strong> {changeWords(one)}
            </span>
          </li>
        ))}
      </ul>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          const path = `/v1/scenarios/${encodeURIComponent(scenarioId)}/approval`;
          const body = { decision: decision.trim() };
          change.mutate({ method: 'POST', path, body, version }, { onSuccess: onClose });
        }}
      >
        <label className={`${forms.field} ${forms.wide}`}>
          <span>Who decided, where and when</span>
          <input
            ref={field}
            required
            maxLength={300}
            value={decision}
            onChange={({ currentTarget }) => setDecision(currentTarget.value)}
          />
        </label>
        <Button size="xs" type="submit" loading={change.isPending}>
          Approve these changes
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Not now
        </Button>
        <ChangeProblem cause={change.error} />
      </form>
    </Panel>
  );
}

const weight: Readonly<Record<ScenarioChange['change'], number>> = { stop: 0, move: 1, begin: 2, keep: 3 };

/** What people have to be told first: what is stopped and moved. */
function byWeight(one: ScenarioChange, other: ScenarioChange): number {
  return weight[one.change] - weight[other.change];
}

function ChangeBadge({ change }: Pick<ScenarioChange, 'change'>) {
  switch (change) {
    case 'stop':
      return <HealthBadge state="off-track" word="Stops" />;
    case 'move':
      return <HealthBadge state="at-risk" word="Moves" />;
    case 'begin':
      return <HealthBadge state="on-track" word="Begins" />;
    case 'keep':
      return <HealthBadge state="unknown" word="Stays" />;
  }
}

function countWords(changes: readonly ScenarioChange[]): string {
  const count = (kind: ScenarioChange['change']): number =>
    changes.filter(({ change }) => change === kind).length;
  const projects = (many: number): string => `${many} ${many === 1 ? 'project' : 'projects'}`;
  return `${projects(count('stop'))} out, ${projects(count('move'))} moved, ${projects(count('begin'))} in, ${projects(count('keep'))} as before`;
}
