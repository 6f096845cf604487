import type { ClosingCondition } from '@meridian/contracts-projects';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import forms from '../parts/forms.module.css';
import styles from './closing.module.css';

interface ClosingConditionsProps {
  readonly conditions: readonly ClosingCondition[];
}

/** What the project itself has to settle; who else was asked stands above. */
export function ClosingConditions({ conditions }: ClosingConditionsProps) {
  const own = conditions.filter(({ guard }) => guard !== 'others-clear');
  return (
    <>
      <h3 className={forms.subhead}>The project itself</h3>
      <ul className={styles.conditions}>
        {own.map(({ guard, found, toDo, isMet, mayBeOverridden }) => (
          <li key={guard} data-met={isMet}>
            {isMet ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}
            <span>
              <strong>Found {found}.</strong> {!isMet && toDo}
              {!isMet && !mayBeOverridden && ' No reason replaces this.'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
