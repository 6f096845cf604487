import { BaselinesPanel } from './baselines-panel.js';
import { LevelledPanel } from './levelled-panel.js';
import { QualityPanel } from './quality-panel.js';
import { RecurringPanel } from './recurring-panel.js';
import { RiskPanel } from './risk-panel.js';
import { RulesPanel } from './rules-panel.js';

/** What the schedule says of itself. */
export function SchedulePanels({ projectId }: { readonly projectId: string }) {
  return (
    <>
      <RecurringPanel projectId={projectId} />
      <LevelledPanel projectId={projectId} />
      <RulesPanel projectId={projectId} />
      <QualityPanel projectId={projectId} />
      <BaselinesPanel projectId={projectId} />
      <RiskPanel projectId={projectId} />
    </>
  );
}
