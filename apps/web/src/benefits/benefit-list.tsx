import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../gateway/queries.js';
import { BenefitItem } from './benefit-item.js';
import { byNeed } from './benefit-words.js';
import styles from './benefits.module.css';

interface BenefitListProps {
  readonly benefits: readonly BenefitFigures[];
  /** Names by project id, where the list is of more than one project. */
  readonly projects?: ReadonlyMap<string, string>;
}

/** Benefits by what waits for their owners. Who owns one, and the PMO, may measure it. */
export function BenefitList({ benefits, projects }: BenefitListProps) {
  const me = useQuery(meQuery).data;
  const isPmo = me?.roles.includes('pmo-manager') ?? false;
  return (
    <div className={styles.list}>
      {[...benefits].sort(byNeed).map((benefit) => {
        const isOwn = benefit.ownerPersonId === me?.personId;
        return (
          <BenefitItem
            key={benefit.benefitId}
            benefit={benefit}
            isOwn={isOwn}
            mayMeasure={(isOwn || isPmo) && (me?.permissions.includes('benefit:measure') ?? false)}
            projectName={projects && (projects.get(benefit.projectId) ?? 'its project')}
          />
        );
      })}
    </div>
  );
}
