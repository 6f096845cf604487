import type { MoneyFigures } from '@meridian/contracts-budgeting';
import type { ProjectAnswer } from '../gateway/answers.js';
import { Link } from '@tanstack/react-router';
import { EarnedValuePanel } from '../money/earned-value-panel.js';
import { EmptyState } from '../parts/empty-state.js';
import { MissingNotice } from '../parts/missing-part.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { flagWords } from './flag-words.js';
import { MoneyFacts } from './money-facts.js';
import { PostingsPanel } from './postings-panel.js';
import styles from './project.module.css';

/** Budget, cost and earned value. */
export function MoneySection({ answer }: { readonly answer: ProjectAnswer }) {
  const { money, missing, project } = answer;
  if (!money)
    return (
      <Panel title="Money" anchor="money">
        <MissingNotice part="money" gap={missing.find((one) => one.part === 'money')} />
      </Panel>
    );
  if (!money.hasBudget)
    return (
      <Panel title="Money" anchor="money">
        <EmptyState title="No budget is approved yet">
          The sponsor or the PMO approves the budget from its cost lines. From then on cost, commitments and
          earned value are measured against it.
        </EmptyState>
        <p className={page.links}>
          <Link to="/projects/$projectId/business-case" params={{ projectId: project.projectId }}>
            Business case and benefits
          </Link>
        </p>
      </Panel>
    );
  return <MoneyParts money={money} currency={money.currency ?? project.currency} />;
}

function MoneyParts({ money, currency }: { readonly money: MoneyFigures; readonly currency: string }) {
  return (
    <>
      <Panel title="Money" anchor="money" note={`budget version ${money.version}, ${currency}`}>
        <MoneyFacts money={money} currency={currency} />
        <p className={page.links}>
          <Link to="/projects/$projectId/money" params={{ projectId: money.projectId }}>
            Forecasts, tolerances, budget tree and ledger
          </Link>
          <Link to="/projects/$projectId/business-case" params={{ projectId: money.projectId }}>
            Business case and benefits
          </Link>
        </p>
        {money.flags.length > 0 && (
          <ul className={styles.flags}>
            {money.flags.map((flag) => (
              <li key={flag}>{flagWords(flag)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <div className={styles.pair}>
        <EarnedValuePanel
          title="Earned value"
          points={money.curve}
          currency={currency}
          eacMinor={money.eacMinor}
        />
        <PostingsPanel postings={money.recentPostings} currency={currency} />
      </div>
    </>
  );
}
