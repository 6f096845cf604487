import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordTreeNode } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { pathOf, requirePlace } from '../domain/tree/composition.js';
import type { Tx } from '../persistence/database.js';
import { requirePmo } from '../persistence/projects.js';
import { lockTree, renamePlaces, treeNodes } from '../persistence/tree.js';

/** A portfolio or programme is new, has another name, or goes to another place with all that stands below it. */
@Controller()
export class RecordTreeNodeCommand {
  @Answers(RecordTreeNode)
  async handle(@Payload() request: RecordTreeNode, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { nodeId, nodeKind: kind, name, parentId = null } = request;
    requirePmo(call.claims);
    await lockTree(tx);
    const nodes = await treeNodes(tx);
    const before = nodes.get(nodeId);
    requireNodeVersion(before?.version ?? 0, call.expectedVersion);
    if (before && before.kind !== kind) throw kindStays(before.kind);
    const node = { nodeId, kind, name, parentId, version: (before?.version ?? 0) + 1 };
    requirePlace(node, nodes);

    await tx.treeNode.upsert({ where: { nodeId }, create: node, update: node });
    const after = new Map(nodes).set(nodeId, node);
    const below = [...after.values()].filter((one) =>
      pathOf(one, after).some((above) => above.nodeId === nodeId),
    );
    await renamePlaces(
      call,
      below.map((one) => one.nodeId),
      after,
    );
    return { id: nodeId, version: node.version };
  }
}

function requireNodeVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `This place of the tree was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

function kindStays(kind: string): Refusal {
  return new Refusal(
    'projects/tree-kind-stays',
    `It is a ${kind} and stays one: record another node and move what stands in this one.`,
    { kind: 'unprocessable', details: { kind } },
  );
}
