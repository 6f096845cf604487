import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { HealthBadge } from '../health/health-badge.js';
import { stateWords } from './scenario-words.js';

/** Where a scenario stands; shape and word say it. */
export function StateBadge({ state }: Pick<ScenarioFigures, 'state'>) {
  if (state === 'approved') return <HealthBadge state="on-track" word={stateWords(state)} />;
  return <HealthBadge state="unknown" word={stateWords(state)} />;
}
