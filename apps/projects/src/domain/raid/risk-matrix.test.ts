import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exposedProjects, matrixCells, type PlacedRisk } from './risk-matrix.js';

const grave = { probabilityBand: 5, impactBand: 4, score: 0.36, zone: 'high' as const };
const slight = { probabilityBand: 1, impactBand: 1, score: 0.005, zone: 'low' as const };
const risk = (of: Partial<PlacedRisk>): PlacedRisk => ({
  projectId: 'wall',
  effect: 'threat',
  signedMinor: 100n,
  heat: grave,
  ...of,
});

test('risks of all projects stand together in a cell, opportunities in one of their own', () => {
  const risks = [
    risk({}),
    risk({ heat: slight }),
    risk({ projectId: 'road' }),
    risk({ effect: 'opportunity', signedMinor: -70n }),
    risk({ heat: null }),
  ];
  expect(matrixCells(risks)).toEqual([
    { effect: 'threat', ...grave, count: 2 },
    { effect: 'threat', ...slight, count: 1 },
    { effect: 'opportunity', ...grave, count: 1 },
  ]);
});

test('a project is exposed to its threats; what it may save stands beside it and comes off the whole', () => {
  const risks = [
    risk({}),
    risk({ heat: null, signedMinor: 50n }),
    risk({ effect: 'opportunity', signedMinor: -70n, heat: slight }),
    risk({ projectId: 'road', signedMinor: 1n, heat: slight }),
  ];
  expect(exposedProjects(risks)).toEqual([
    {
      projectId: 'wall',
      riskCount: 3,
      highCount: 1,
      exposureMinor: 150n,
      opportunityMinor: 70n,
      netMinor: 80n,
    },
    { projectId: 'road', riskCount: 1, highCount: 0, exposureMinor: 1n, opportunityMinor: 0n, netMinor: 1n },
  ]);
});

test('no risk is lost or counted twice, in the cells and in the projects', () => {
  const some = fc.array(
    fc.record({
      projectId: fc.constantFrom('a', 'b', 'c'),
      effect: fc.constantFrom('threat' as const, 'opportunity' as const),
      signedMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
      heat: fc.constantFrom(null, grave, slight),
    }),
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const risks = drawn.map((one) =>
        one.effect === 'threat' ? one : { ...one, signedMinor: -one.signedMinor },
      );
      const inCells = matrixCells(risks).reduce((sum, { count }) => sum + count, 0);
      expect(inCells).toBe(risks.filter(({ heat }) => heat !== null).length);
      const projects = exposedProjects(risks);
      expect(projects.reduce((sum, { riskCount }) => sum + riskCount, 0)).toBe(risks.length);
      expect(projects.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(
        risks.reduce((sum, { signedMinor }) => sum + signedMinor, 0n),
      );
      for (const { netMinor, exposureMinor, opportunityMinor } of projects)
        expect(netMinor).toBe(exposureMinor - opportunityMinor);
    }),
    { numRuns: 200, seed: 20_261_124 },
  );
});
