import type {
  AttentionCleared,
  AttentionLine,
  AttentionRaised,
  ProjectStatusChanged,
  StatusLine,
} from '@meridian/contracts-reporting';
import type { PortfolioAnswer } from '../gateway/answers.js';

const counters = {
  'on-track': 'onTrack',
  'at-risk': 'atRisk',
  'off-track': 'offTrack',
  unknown: 'unknown',
} as const;

/** The portfolio with a project's new status in it; the same object when it does not list the project. */
export function applyStatus(portfolio: PortfolioAnswer, changed: ProjectStatusChanged): PortfolioAnswer {
  const health = portfolio.health;
  const before = health?.lines.find((line) => line.projectId === changed.projectId);
  if (!health || !before) return portfolio;
  const after: StatusLine = { ...before, ...statusOf(changed) };
  const counts = { ...health, lines: health.lines.map((line) => (line === before ? after : line)) };
  if (before.overall !== after.overall) {
    counts[counters[before.overall]] -= 1;
    counts[counters[after.overall]] += 1;
  }
  return { ...portfolio, health: counts };
}

/** The portfolio with a new line of attention, which replaces an earlier one of the same id. */
export function applyRaised(portfolio: PortfolioAnswer, raised: AttentionRaised): PortfolioAnswer {
  if (!portfolio.attention) return portfolio;
  const others = portfolio.attention.lines.filter((line) => line.attentionId !== raised.attentionId);
  const isNew = others.length === portfolio.attention.lines.length;
  const projectName = portfolio.health?.lines.find((line) => line.projectId === raised.projectId)?.name;
  const line: AttentionLine = { ...raised, projectName };
  const lines = line.severity === 'red' ? [line, ...others] : [...others, line];
  return { ...portfolio, attention: { total: portfolio.attention.total + (isNew ? 1 : 0), lines } };
}

/** The portfolio without the line that is settled. */
export function applyCleared(portfolio: PortfolioAnswer, cleared: AttentionCleared): PortfolioAnswer {
  if (!portfolio.attention) return portfolio;
  const lines = portfolio.attention.lines.filter((line) => line.attentionId !== cleared.attentionId);
  if (lines.length === portfolio.attention.lines.length) return portfolio;
  return { ...portfolio, attention: { total: portfolio.attention.total - 1, lines } };
}

function statusOf(
  changed: ProjectStatusChanged,
): Omit<StatusLine, 'programme' | 'managerName' | 'updatedAt'> {
  const { projectId, code, name, overall, schedule, cost, quality, resources } = changed;
  const { percentComplete, cpi, spi, bacMinor, acMinor, eacMinor, currency, finish, baselineFinish } =
    changed;
  return {
    projectId,
    code,
    name,
    overall,
    schedule,
    cost,
    quality,
    resources,
    percentComplete,
    cpi,
    spi,
    bacMinor,
    acMinor,
    eacMinor,
    currency,
    finish,
    baselineFinish,
  };
}
