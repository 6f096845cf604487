import type { WaveState } from '@meridian/contracts-projects';
import { expect, test } from '@jest/globals';
import { draftOfWave, movedUp, waveBody } from './wave-draft.js';

const site = (siteId: string, plannedStart: string) => ({ siteId, name: siteId.toUpperCase(), plannedStart });
const status = {
  wave: {
    waveId: 'w',
    version: 2,
    name: 'First',
    codePrefix: 'ERP',
    portfolio: 'IT',
    programme: 'One ERP',
    templateId: 't',
    templateVersion: 3,
  },
  sites: [{ ...site('a', '2027-01-04'), project: {} }, site('b', '2027-01-18'), site('c', '2027-02-01')],
} as unknown as WaveState;

test('a wave is shown and planned again as it was, every site with its own start', () => {
  const draft = draftOfWave(status);
  expect(draft.sites.map(({ isLaunched }) => isLaunched)).toEqual([true, false, false]);
  expect(waveBody(draft, status)).toEqual({
    name: 'First',
    codePrefix: 'ERP',
    portfolio: 'IT',
    programme: 'One ERP',
    templateId: 't',
    templateVersion: 3,
    sites: [
      { siteId: 'a', start: '2027-01-04' },
      { siteId: 'b', start: '2027-01-18' },
      { siteId: 'c', start: '2027-02-01' },
    ],
  });
});

test('a site goes a place up, the first one stays', () => {
  const { sites } = draftOfWave(status);
  expect(movedUp(sites, 'c').map(({ siteId }) => siteId)).toEqual(['a', 'c', 'b']);
  expect(movedUp(sites, 'a')).toBe(sites);
});
