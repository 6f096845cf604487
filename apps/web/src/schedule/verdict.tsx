import { HealthBadge } from '../health/health-badge.js';

/** Whether a figure is as it should be; shape and word say it, not colour alone. */
export function Verdict({ passes }: { readonly passes: boolean | undefined }) {
  if (passes === undefined) return <HealthBadge state="unknown" word="Not counted" />;
  return passes ? (
    <HealthBadge state="on-track" word="Passes" />
  ) : (
    <HealthBadge state="off-track" word="Fails" />
  );
}
