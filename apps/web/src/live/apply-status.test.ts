import { describe, expect, test } from '@jest/globals';
import type { ProjectStatusChanged, StatusLine } from '@meridian/contracts-reporting';
import type { PortfolioAnswer } from '../gateway/answers.js';
import { applyCleared, applyRaised, applyStatus } from './apply-status.js';

const dimension = { state: 'on-track', reason: 'Finish holds the baseline.' } as const;
const known = { schedule: dimension, cost: dimension, quality: dimension, resources: dimension };

const line: StatusLine = {
  ...known,
  projectId: 'p1',
  code: 'ERP-2',
  name: 'ERP roll-out',
  programme: 'ERP One',
  overall: 'on-track',
  cpi: '1.02',
  updatedAt: '2026-11-23T07:58:00Z',
};

const portfolio: PortfolioAnswer = {
  asOf: '2026-11-23T07:58:00Z',
  health: {
    asOf: '2026-11-23T07:58:00Z',
    projects: 1,
    onTrack: 1,
    atRisk: 0,
    offTrack: 0,
    unknown: 0,
    programmes: [],
    lines: [line],
  },
  attention: {
    total: 0,
    lines: [],
  },
  money: null,
  schedule: null,
  capacity: null,
  quality: null,
  decisions: null,
  missing: [],
};

const raised = {
  attentionId: 'a1',
  projectId: 'p1',
  kind: 'budget',
  severity: 'red',
  title: 'Forecast breaks its tolerance',
  detail: '+11.4 %',
  since: '2026-11-23',
} as const;

describe('live changes', () => {
  test('a project that turns red moves from one count to the other and keeps its programme', () => {
    const changed = { ...known, ...line, overall: 'off-track', cpi: '0.85', version: 2, causedBy: 'x' };
    const health = applyStatus(portfolio, changed as ProjectStatusChanged).health;
    expect(health).toMatchObject({ projects: 1, onTrack: 0, offTrack: 1 });
    expect(health?.lines[0]).toMatchObject({ overall: 'off-track', cpi: '0.85', programme: 'ERP One' });
  });

  test('a project that is not on the page changes nothing', () => {
    const changed = { ...known, ...line, projectId: 'p2', version: 2, causedBy: 'x' } as ProjectStatusChanged;
    expect(applyStatus(portfolio, changed)).toBe(portfolio);
  });

  test('the same line of attention raised twice counts once and names its project', () => {
    const once = applyRaised(portfolio, raised);
    const twice = applyRaised(once, { ...raised, detail: '+12.0 %' });
    expect(twice.attention).toMatchObject({ total: 1 });
    expect(twice.attention?.lines).toEqual([{ ...raised, detail: '+12.0 %', projectName: 'ERP roll-out' }]);
  });

  test('a settled line leaves the list; settling it again changes nothing', () => {
    const settled = applyCleared(applyRaised(portfolio, raised), raised);
    expect(settled.attention).toEqual({ total: 0, lines: [] });
    expect(applyCleared(settled, raised)).toBe(settled);
  });
});
