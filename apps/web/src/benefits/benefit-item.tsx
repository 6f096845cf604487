import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoment, formatNear, today } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { attainmentShare, attainmentWords, benefitState } from './benefit-words.js';
import styles from './benefits.module.css';
import { MeasureForm } from './measure-form.js';

interface BenefitItemProps {
  readonly benefit: BenefitFigures;
  readonly mayMeasure: boolean;
  readonly isOwn: boolean;
  /** Where the register is of more than one project. */
  readonly projectName?: string | undefined;
}

/** One benefit: what was promised, how far it is, who answers for it, every measure. */
export function BenefitItem({ benefit, mayMeasure, isOwn, projectName }: BenefitItemProps) {
  const { name, measure, targetOn, target, ownerName, isDisbenefit, measures, projectId } = benefit;
  return (
    <article className={styles.benefit}>
      <div className={styles.benefitHead}>
        <h3>{name}</h3>
        <HealthBadge {...benefitState(benefit)} />
        {isDisbenefit && <span className="quiet">accepted drawback</span>}
      </div>
      <p className={styles.about}>
        {measure}, {target} by {dayWords(targetOn)}.{' '}
        {isOwn ? <strong>You own it.</strong> : <span className="quiet">Owner: {ownerName}.</span>}{' '}
        {projectName && (
          <Link to="/projects/$projectId/business-case" params={{ projectId }}>
            {projectName}
          </Link>
        )}
      </p>
      <div className={styles.way}>
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect className={styles.whole} width={100} height={6} />
          <rect
            className={styles.done}
            data-state={benefit.state}
            width={attainmentShare(benefit)}
            height={6}
          />
        </svg>
        <span>{attainmentWords(benefit)}</span>
      </div>
      {measures.length > 0 && (
        <details className={forms.disclosure}>
          <summary>
            {measures.length} {measures.length === 1 ? 'measure' : 'measures'}
          </summary>
          <Measures benefit={benefit} />
        </details>
      )}
      {mayMeasure && (
        <details className={forms.disclosure} open={isOwn && measures.length === 0}>
          <summary>Record a measure</summary>
          <MeasureForm benefit={benefit} />
        </details>
      )}
    </article>
  );
}

function Measures({ benefit: { measures, name } }: { readonly benefit: BenefitFigures }) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Measures of ${name}`}>
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className={parts.number}>
              Value
            </th>
            <th scope="col">Evidence</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr
              key={measure.measuredAt}
              data-replaced={measure.isReplaced || undefined}
              className={styles.measure}
            >
              <td>{formatDay(measure.on)}</td>
              <td className={parts.number}>{measure.value}</td>
              <td>
                {measure.evidence}
                {measure.isReplaced && <span className="quiet"> (a later measure of this day counts)</span>}
              </td>
              <td title={formatMoment(measure.measuredAt)}>{measure.measuredBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A near day is told in both ways. */
function dayWords(day: string): string {
  const [exact, near] = [formatDay(day), formatNear(day, today())];
  return exact === near ? exact : `${exact} (${near})`;
}
