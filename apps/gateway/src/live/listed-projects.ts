import { Requests } from '@meridian/bus';
import { ListProjects } from '@meridian/contracts-projects';
import { Injectable } from '@nestjs/common';
import { Caller } from '../http/caller.js';
import { LiveSight } from './live-sight.js';

const PAGE = 200;
const MOST_PAGES = 25;
const KEPT_MS = 60_000;
const MOST_PEOPLE = 5_000;

interface Seen {
  readonly projects: ReadonlySet<string>;
  readonly until: number;
}

/** People hear about the projects that the projects service lists for them; asked once a minute for each person. */
@Injectable()
export class ListedProjects extends LiveSight {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly requests: Requests) {
    super();
  }

  async visibleProjects(caller: Caller): Promise<ReadonlySet<string>> {
    const { subject } = caller.claims;
    const kept = this.seen.get(subject);
    if (kept && kept.until > performance.now()) return kept.projects;
    const projects = await this.ask(caller);
    this.seen.delete(subject);
    this.seen.set(subject, { projects, until: performance.now() + KEPT_MS });
    if (this.seen.size > MOST_PEOPLE) this.seen.delete(this.seen.keys().next().value!);
    return projects;
  }

  private async ask({ claims, correlationId }: Caller): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const body = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const answer = await this.requests.send(ListProjects, body, { claims, correlationId });
      for (const { projectId } of answer.projects) ids.add(projectId);
      cursor = answer.nextCursor;
      if (cursor === undefined) break;
    }
    return ids;
  }
}
