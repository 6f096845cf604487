import { IconEyeExclamation } from '@tabler/icons-react';
import { daysBetween, formatDay, formatMoment, formatNear, formatSlip, today } from '../dates/format-day.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { declaredState, healthWords } from '../health/health-state.js';
import { Figure } from '../parts/figure.js';
import { stageWords } from '../projects/stage-words.js';
import { DutyForm } from './duty-form.js';
import styles from './project.module.css';

/** Who, where in its life, how it stands, what comes next. */
export function ProjectHead({ answer }: { readonly answer: ProjectAnswer }) {
  const { project, status } = answer;
  const declared = declaredState(project.deliveryConfidence);
  const computed = status?.status.overall;
  const differs = declared && computed && computed !== 'unknown' && declared !== computed;
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h1>{project.name}</h1>
        {computed && (
          <Figure value={computed}>
            <HealthBadge state={computed} />
          </Figure>
        )}
        {declared && <HealthBadge state={declared} word={`Declared ${project.deliveryConfidence}`} />}
      </div>
      <p className={styles.under}>
        {[project.code, project.programme, project.portfolio, `data as of ${formatMoment(answer.asOf)}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {differs && (
        <p className={styles.differs} role="note">
          <IconEyeExclamation size={18} aria-hidden />
          <span>
            <strong>The declared colour and the figures disagree.</strong> The manager declared{' '}
            {project.deliveryConfidence}; plan, cost, quality and people say{' '}
            {healthWords[computed].toLowerCase()}.
          </span>
        </p>
      )}
      <Facts answer={answer} />
      <DutyForm project={project} />
    </header>
  );
}

function Facts({ answer }: { readonly answer: ProjectAnswer }) {
  const { project, governance } = answer;
  const next = governance?.gates.find((gate) => gate.gateId === governance.nextGateId);
  const facts = [
    { name: 'Manager', value: project.managerName ?? 'nobody yet' },
    { name: 'Sponsor', value: project.sponsorName ?? 'nobody yet' },
    { name: 'Stage', value: stageWords(project.stage) },
    { name: 'Next gate', value: next ? gateWords(next.name, next.dueOn) : governance ? 'none planned' : '–' },
    { name: 'Forecast finish', value: finishWords(answer) },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Figure value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function gateWords(name: string, dueOn: string | undefined): string {
  return dueOn ? `${name}, ${formatNear(dueOn, today())}` : name;
}

function finishWords({ plan, project, status }: ProjectAnswer): string {
  const finish = plan?.finish ?? status?.status.finish ?? project.finish;
  const baseline = plan?.baselineFinish ?? status?.status.baselineFinish;
  if (!finish) return 'no plan yet';
  return baseline ? `${formatDay(finish)} (${formatSlip(daysBetween(baseline, finish))})` : formatDay(finish);
}
