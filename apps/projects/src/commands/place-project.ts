import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { PlaceProject, ProjectRecorded, Recorded } from '@meridian/contracts-projects';
import { nodeIn, placeNames, requireMayHold } from '../domain/tree/composition.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged, projectFact, requirePmo, requireVersion } from '../persistence/projects.js';
import { lockTree, treeNodes } from '../persistence/tree.js';

/** A project goes to another portfolio or programme; its record says so, and everything that groups by them follows. */
@Controller()
export class PlaceProjectCommand {
  @Answers(PlaceProject)
  async handle(@Payload() request: PlaceProject, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { projectId, nodeId } = request;
    requirePmo(call.claims);
    await lockTree(tx);
    const project = await lockManaged(tx, projectId, call.claims);
    requireVersion(project, call.expectedVersion);
    const nodes = await treeNodes(tx);
    const node = nodeIn(nodes, nodeId);
    requireMayHold(node, 'project');
    await tx.projectPlace.upsert({
      where: { projectId },
      create: { projectId, nodeId },
      update: { nodeId },
    });
    const version = project.version + 1;
    const placed = await tx.project.update({
      where: { projectId },
      data: { ...placeNames(node, nodes), version },
    });
    await call.announce(ProjectRecorded, projectFact(placed));
    return { id: projectId, version };
  }
}
