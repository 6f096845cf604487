import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { pathOf, placeNames, requireMayHold, requirePlace, type TreeNode } from './composition.js';

function node(
  nodeId: string,
  kind: TreeNode['kind'],
  parentId: string | null = null,
  name = nodeId,
): TreeNode {
  return { nodeId, kind, parentId, name };
}
function tree(...nodes: readonly TreeNode[]): ReadonlyMap<string, TreeNode> {
  return new Map(nodes.map((one) => [one.nodeId, one]));
}

test('a portfolio holds portfolios, programmes and projects; a programme holds projects and needs no portfolio', () => {
  const [group, bridges] = [node('Group', 'portfolio'), node('Bridges', 'programme')];
  const nodes = tree(group, bridges);
  requirePlace(node('Roads', 'portfolio', 'Group'), nodes);
  requirePlace(node('Tunnels', 'programme', 'Group'), nodes);
  requireMayHold(group, 'project');
  requireMayHold(bridges, 'project');
  expect(() => requirePlace(node('Piers', 'programme', 'Bridges'), nodes)).toThrow(
    'The programme "Bridges" holds projects, no programmes.',
  );
  expect(() => requirePlace(node('Roads', 'portfolio', 'Bridges'), nodes)).toThrow('no portfolios');
  expect(() => requireMayHold(undefined, 'project')).toThrow(
    'At the top of the tree stand portfolios and programmes, no projects.',
  );
});

test('nothing stands below itself, and two of a kind in one place have two names', () => {
  const nodes = tree(node('Group', 'portfolio'), node('Roads', 'portfolio', 'Group'));
  expect(() => requirePlace(node('Group', 'portfolio', 'Roads'), nodes)).toThrow('stands below "Group"');
  expect(() => requirePlace(node('Group', 'portfolio', 'Group'), nodes)).toThrow('or is the same');
  expect(() => requirePlace(node('new', 'portfolio', 'Group', 'Roads'), nodes)).toThrow('another name');
  requirePlace(node('new', 'programme', 'Group', 'Roads'), nodes);
  expect(() => requirePlace(node('new', 'programme', 'nowhere'), nodes)).toThrow('There is no portfolio');
});

test('a project is called by its nearest portfolio and its programme; a programme alone stands for both', () => {
  const roads = node('Roads', 'portfolio', 'Group');
  const bridges = node('Bridges', 'programme', 'Roads');
  const alone = node('Rail', 'programme');
  const nodes = tree(node('Group', 'portfolio'), roads, bridges, alone);
  expect(placeNames(bridges, nodes)).toEqual({ portfolio: 'Roads', programme: 'Bridges' });
  expect(placeNames(roads, nodes)).toEqual({ portfolio: 'Roads', programme: null });
  expect(placeNames(alone, nodes)).toEqual({ portfolio: 'Rail', programme: 'Rail' });
});

test('no sequence of recordings and moves makes a circle or puts something where it does not belong', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  const step = fc.record({
    nodeId: fc.constantFrom(...ids),
    isProgramme: fc.constantFrom(false, false, true),
    parentId: fc.constantFrom(null, ...ids),
  });
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let nodes = tree();
      for (const { nodeId, isProgramme, parentId } of steps) {
        const kind = nodes.get(nodeId)?.kind ?? (isProgramme ? 'programme' : 'portfolio');
        const wanted = node(nodeId, kind, parentId);
        try {
          requirePlace(wanted, nodes);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          refused += 1;
          continue;
        }
        nodes = new Map(nodes).set(nodeId, wanted);
      }
      for (const one of nodes.values()) {
        const path = pathOf(one, nodes);
        expect(path.at(-1)?.parentId).toBeNull();
        expect(path.slice(1).every(({ kind }) => kind === 'portfolio')).toBe(true);
      }
    }),
    { numRuns: 500, seed: 20261123 },
  );
  expect(refused).toBeGreaterThan(100);
});
