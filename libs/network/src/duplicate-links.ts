import type { Link, NetworkFinding } from './activity-network.js';
import type { Edges } from './compiled-network.js';

/** Links of one kind between the same two activities; the one that asks for more counts. */
export function findDuplicateLinks(links: readonly Link[], incoming: Edges): NetworkFinding[] {
  const findings: NetworkFinding[] = [];
  const { first, other, kind, link } = incoming;
  /** By position of a predecessor: the last successor that named it, and the kinds by which. */
  const namedBy = new Int32Array(first.length).fill(-1);
  const kinds = new Uint8Array(first.length);
  for (let p = 0; p + 1 < first.length; p++) {
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      if (link[k]! < 0) continue;
      const from = other[k]!;
      if (namedBy[from] !== p) kinds[from] = 0;
      namedBy[from] = p;
      if (kinds[from]! & (1 << kind[k]!)) findings.push(finding(links[link[k]!]!, link[k]!));
      kinds[from]! |= 1 << kind[k]!;
    }
  }
  return findings;
}

function finding(link: Link, linkIndex: number): NetworkFinding {
  const sentence = `${link.from} → ${link.to} (${link.kind}) is given more than once; the one that asks for more counts.`;
  return { kind: 'duplicate-link', linkIndex, sentence };
}
