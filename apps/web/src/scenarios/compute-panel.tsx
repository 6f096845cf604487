import type { ComputeScenario, ScenarioFigures } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { scenarioQuestionQuery } from '../gateway/money-queries.js';
import { today } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { ComputeForm } from './compute-form.js';
import { draftOf } from './question-draft.js';

interface ComputePanelProps {
  /** A scenario whose question is varied; a new one without. */
  readonly startingFrom: ScenarioFigures | undefined;
  readonly portfolio: string | undefined;
  readonly onComputed: (scenarioId: string) => void;
}

/** Computes a scenario: from scratch, or from what another one was computed from. */
export function ComputePanel({ startingFrom, portfolio, onComputed }: ComputePanelProps) {
  if (!startingFrom)
    return (
      <Panel title="Compute a scenario" note="“Vary” above starts from one that is there">
        <details className={forms.disclosure}>
          <summary>Describe a new one</summary>
          <ComputeForm draft={draftOf(blank(portfolio), '')} onComputed={onComputed} />
        </details>
      </Panel>
    );
  return <Variation startingFrom={startingFrom} onComputed={onComputed} />;
}

function Variation({
  startingFrom,
  onComputed,
}: {
  readonly startingFrom: ScenarioFigures;
  readonly onComputed: (scenarioId: string) => void;
}) {
  const question = useQuery(scenarioQuestionQuery(startingFrom.scenarioId));
  return (
    <Panel title="Compute a scenario" note={`starting from “${startingFrom.name}”, which stays as it is`}>
      <Reading answer={question} what="The question of the scenario">
        {({ asked }) => (
          <ComputeForm
            draft={draftOf(asked, `${startingFrom.name}, varied`)}
            onComputed={onComputed}
            isFocused
          />
        )}
      </Reading>
    </Panel>
  );
}

const quarters = 4;

/** The quarters of the coming year, and a first project to write over. */
function blank(portfolio = ''): ComputeScenario {
  const year = Number(today().slice(0, 4)) + 1;
  const periods = Array.from({ length: quarters }, (_, quarter) => `${year}-Q${quarter + 1}`);
  return {
    scenarioId: '',
    name: '',
    portfolio,
    currency: 'EUR',
    periods,
    budgetMinor: periods.map(() => '100000000'),
    capacity: [],
    candidates: [
      {
        candidateId: 'P-1',
        name: 'First project',
        starts: [{ start: 0, value: '50000000' }],
        costsMinor: ['20000000', '10000000'],
      },
    ],
    rules: [],
  };
}
