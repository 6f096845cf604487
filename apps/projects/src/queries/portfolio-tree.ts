import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { maySeeProject, visibleProjects } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioTree, TreeFigures } from '@meridian/contracts-projects';
import { nodeIn, pathOf } from '../domain/tree/composition.js';
import { Database } from '../persistence/database.js';
import { treeNodes, type TreeNodes } from '../persistence/tree.js';

const MOST = 500;

@Controller()
export class PortfolioTreeQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioTree)
  async handle(@Payload() { nodeId }: PortfolioTree, @Ctx() { claims }: Asking): Promise<TreeFigures> {
    const seen = visibleProjects(claims);
    const [nodes, counted, projects] = await Promise.all([
      treeNodes(this.database),
      this.database.projectPlace.groupBy({ by: ['nodeId'], where: { project: seen }, _count: true }),
      nodeId === undefined
        ? []
        : this.database.project.findMany({
            where: { AND: [seen, { place: { nodeId } }] },
            select: { projectId: true, version: true, code: true, name: true, stage: true },
            orderBy: { code: 'asc' },
            take: MOST,
          }),
    ]);
    if (nodeId !== undefined) nodeIn(nodes, nodeId);
    const lines = linesOf(nodes, new Map(counted.map((one) => [one.nodeId, one._count])), nodeId);
    // Who sees no open projects sees no more of the tree than the way to those that name them.
    const isInside = maySeeProject(claims, { isConfidential: false });
    return { nodes: lines.filter(({ projectsBelow }) => isInside || projectsBelow > 0), projects };
  }
}

/** Each node after the one it stands in, side by side by name. */
function linesOf(nodes: TreeNodes, counts: ReadonlyMap<string, number>, top: string | undefined) {
  const paths = [...nodes.values()].map((node) => pathOf(node, nodes));
  const below = new Map<string, number>();
  for (const path of paths) {
    const own = counts.get(path[0]?.nodeId ?? '') ?? 0;
    for (const { nodeId } of path) below.set(nodeId, (below.get(nodeId) ?? 0) + own);
  }
  return paths
    .filter((path) => top === undefined || path.some(({ nodeId }) => nodeId === top))
    .map((path) => ({ path, key: path.map(({ name, nodeId }) => `${name}\u0000${nodeId}`).reverse() }))
    .sort((a, b) => (a.key.join('\u0001') < b.key.join('\u0001') ? -1 : 1))
    .flatMap(({ path: [node] }) => {
      if (!node) return [];
      const { nodeId, kind: nodeKind, name, parentId } = node;
      return {
        nodeId,
        nodeKind,
        name,
        ...(parentId === null ? {} : { parentId }),
        version: nodes.get(nodeId)?.version ?? 1,
        projects: counts.get(nodeId) ?? 0,
        projectsBelow: below.get(nodeId) ?? 0,
      };
    });
}
