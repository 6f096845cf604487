import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortfolioAnswer } from '../gateway/answers.js';
import { portfolioQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useTitle } from '../parts/use-title.js';
import { CapacityPanel } from './capacity-panel.js';
import { ForYou } from './for-you.js';
import { GatesPanel } from './gates-panel.js';
import { KeyFigures } from './key-figures.js';
import { MilestonesPanel } from './milestones-panel.js';
import { NeedsYou } from './needs-you.js';
import { PortfolioCurve } from './portfolio-curve.js';
import { portfolioRead } from './portfolio-read.js';
import { ProgrammeHealthPanel } from './programme-health-panel.js';
import { ProjectGrid } from './project-grid.js';
import { TodayHead } from './today-head.js';
import { TodaySkeleton } from './today-skeleton.js';
import styles from './today.module.css';

/** What needs a person today, and how the portfolio stands. */
export function TodayPage() {
  const { portfolio } = useSearch({ from: '__root__' });
  useTitle('Today');
  const mayRead = useMay(portfolioRead);
  const answer = useQuery({ ...portfolioQuery(portfolio), enabled: mayRead === true });
  if (mayRead === false) return <Navigate to="/projects" replace />;
  return (
    <>
      <TodayHead answer={answer.data} portfolio={portfolio} />
      <ForYou />
      {answer.data ? (
        <Parts answer={answer.data} isNarrowed={portfolio !== undefined} />
      ) : answer.isError ? (
        <ProblemNotice cause={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <TodaySkeleton />
      )}
    </>
  );
}

interface PartsProps {
  readonly answer: PortfolioAnswer;
  /** One portfolio was chosen: parts that cover all of them say so. */
  readonly isNarrowed: boolean;
}

function Parts({ answer, isNarrowed }: PartsProps) {
  const { missing } = answer;
  const [currency, setCurrency] = useState<string>();
  const wide = isNarrowed ? 'all portfolios' : undefined;
  return (
    <div className={styles.page}>
      <KeyFigures answer={answer} currency={currency} wide={wide} />
      <div className={styles.pair}>
        <NeedsYou attention={answer.attention} missing={missing} wide={wide} />
        <PortfolioCurve money={answer.money} missing={missing} currency={currency} onCurrency={setCurrency} />
      </div>
      <ProgrammeHealthPanel health={answer.health} missing={missing} />
      <div className={styles.triple}>
        <GatesPanel decisions={answer.decisions} missing={missing} wide={wide} />
        <MilestonesPanel schedule={answer.schedule} missing={missing} wide={wide} />
        <CapacityPanel capacity={answer.capacity} missing={missing} wide={wide} />
      </div>
      <Panel title="Projects" anchor="projects" note={gridNote(answer)}>
        <Part answer={answer.health} part="health" missing={missing}>
          {(health) => <ProjectGrid lines={health.lines} />}
        </Part>
      </Panel>
    </div>
  );
}

function gridNote({ health }: PortfolioAnswer): string | undefined {
  if (!health || health.lines.length >= health.projects) return undefined;
  return `the ${health.lines.length} that need most attention of ${health.projects}`;
}
