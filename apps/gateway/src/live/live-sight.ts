import { permits } from '../access/policy.js';
import type { Caller } from '../http/caller.js';
import type { LiveMessage } from './live-message.js';

/** Which projects someone may hear about. */
export abstract class LiveSight {
  /** @returns the ids of the projects, or `all` */
  abstract visibleProjects(caller: Caller): Promise<ReadonlySet<string> | 'all'>;

  /** Whoever sees confidential projects as well hears everything; others hear about the projects they see. */
  async filterFor(caller: Caller): Promise<(message: LiveMessage) => boolean> {
    if (permits(caller.claims.roles, ['pmo-manager', 'sponsor'])) return () => true;
    const visible = await this.visibleProjects(caller);
    if (visible === 'all') return () => true;
    return ({ projectId }) => projectId !== undefined && visible.has(projectId);
  }
}
