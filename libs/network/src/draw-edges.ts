import type { NetworkFinding, NetworkInput } from './activity-network.js';
import { EXIT, FF, FIRST_START, FS, GATE, SF, SS } from './compiled-network.js';
import { EdgeList } from './edge-list.js';
import type { Hierarchy } from './hierarchy.js';
import type { IdIndex } from './id-index.js';
import { readLag } from './link-lag.js';
import type { NetworkCalendars } from './network-calendars.js';
import { addSummaryEnds } from './summary-ends.js';
import type { Nodes } from './summary-ends.js';

export interface DrawnNetwork {
  readonly nodes: Nodes;
  readonly edges: EdgeList;
  readonly findings: readonly NetworkFinding[];
}

const KINDS = { FS, SS, FF, SF };

/** Turns links, those of summaries included, into edges between nodes; says which links were left out. */
export function drawEdges(
  input: NetworkInput,
  indexOf: IdIndex,
  hierarchy: Hierarchy,
  calendars: NetworkCalendars,
): DrawnNetwork {
  const { activities, links } = input;
  const findings: NetworkFinding[] = [];
  const fromOf = new Int32Array(links.length).fill(-1);
  const toOf = new Int32Array(links.length);
  const wanted = new Uint8Array(activities.length);
  for (let i = 0; i < links.length; i++) {
    const link = links[i]!;
    const from = indexOf.get(link.from);
    const to = indexOf.get(link.to);
    const kind = KINDS[link.kind];
    if (from === undefined || to === undefined) {
      findings.push(
        finding('dangling-link', i, `The link ${link.from} → ${link.to} leads out of the network.`),
      );
      continue;
    }
    if (hierarchy.isSummary[to] && kind >= FF) {
      const sentence = `The link ${link.from} → ${link.to} (${link.kind}) would set the finish of a summary.`;
      findings.push(finding('finish-link-to-summary', i, sentence));
      continue;
    }
    fromOf[i] = from;
    toOf[i] = to;
    if (hierarchy.isSummary[to]) wanted[to]! |= 1 << GATE;
    if (hierarchy.isSummary[from]) wanted[from]! |= 1 << (kind === SS || kind === SF ? FIRST_START : EXIT);
  }
  findings.push(...wantConstrainedEnds(input, hierarchy, wanted));
  const edges = new EdgeList(links.length);
  const nodes = addSummaryEnds(hierarchy, wanted, edges);
  for (let i = 0; i < links.length; i++) {
    if (fromOf[i]! < 0) continue;
    const kind = KINDS[links[i]!.kind];
    const source = nodes.end(fromOf[i]!, kind === SS || kind === SF ? FIRST_START : EXIT);
    const e = edges.add(source, nodes.end(toOf[i]!, GATE), kind);
    edges.link[e] = i;
    if (!links[i]!.lag) continue;
    const { minutes, calendar } = readLag(links[i]!, activities[fromOf[i]!]!, {
      predecessor: calendars.calendarOf[fromOf[i]!]!,
      successor: calendars.calendarOf[toOf[i]!]!,
      project: calendars.project,
    });
    edges.lag[e] = minutes;
    edges.lagCalendar[e] = calendar;
  }
  return { nodes, edges, findings };
}

function wantConstrainedEnds(
  input: NetworkInput,
  hierarchy: Hierarchy,
  wanted: Uint8Array,
): NetworkFinding[] {
  const findings: NetworkFinding[] = [];
  for (const summary of hierarchy.summaries) {
    const { id, constraint, deadline } = input.activities[summary]!;
    const kind = constraint && 'at' in constraint ? constraint.kind : undefined;
    if (kind === 'SNET') wanted[summary]! |= 1 << GATE;
    if (kind === 'FNLT' || deadline != null) wanted[summary]! |= 1 << EXIT;
    if (kind && kind !== 'SNET' && kind !== 'FNLT') {
      const sentence = `The summary ${id} has the constraint ${kind}; a summary takes SNET, FNLT and a deadline.`;
      findings.push({ kind: 'summary-constraint', activityId: id, sentence });
    }
  }
  return findings;
}

function finding(kind: NetworkFinding['kind'], linkIndex: number, sentence: string): NetworkFinding {
  return { kind, linkIndex, sentence };
}
