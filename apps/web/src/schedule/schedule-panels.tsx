import { BaselinesPanel } from './baselines-panel.js';
import { LevelledPanel } from './levelled-panel.js';
import { QualityPanel } from './quality-panel.js';
import { RiskPanel } from './risk-panel.js';
import { RulesPanel } from './rules-panel.js';

/** What the schedule says of itself. */
export function SchedulePanels({ projectId }: { readonly projectId: string }) {
  return (
    <>
      <LevelledPanel projectId={projectId} />
      <RulesPanel projectId={projectId} />
      <QualityPanel projectId={projectId} />
      <BaselinesPanel projectId={projectId} />
      <RiskPanel projectId={projectId} />
    </>
  );
}
