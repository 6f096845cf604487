import type { XmlElement } from '../xml-element.js';
import { objectId } from './primavera-file.js';

/** A line of the outline to be: a WBS element or an activity below one. */
export interface OutlineLine {
  readonly element: XmlElement;
  readonly isActivity: boolean;
  readonly outlineLevel: number;
  /** Id of the WBS element above; null right below the project. */
  readonly parentId: string | null;
  readonly wbs: string | null;
}

export interface WbsTree {
  readonly lines: readonly OutlineLine[];
  /** WBS elements whose parents lead back to themselves; they stand right below the project. */
  readonly circular: readonly XmlElement[];
}

const SEPARATOR = '.';

/**
 * The outline of a project as Primavera shows it: below each WBS element first its activities, then the elements in it, by
 * their sequence numbers. What names no element that is there stands right below the project.
 */
export function wbsTree(
  root: { readonly id: string | null; readonly code: string | null },
  elements: readonly XmlElement[],
  activities: readonly XmlElement[],
): WbsTree {
  const walk = new TreeWalk(root, elements, activities);
  walk.below(null, 1, root.code);
  const circular: XmlElement[] = [];
  for (const element of elements) {
    if (walk.seen.has(element) || objectId(element) === root.id) continue;
    circular.push(element);
    walk.add(element, { level: 1, parentId: null, path: root.code });
  }
  return { lines: walk.lines, circular };
}

interface Spot {
  readonly level: number;
  readonly parentId: string | null;
  readonly path: string | null;
}

class TreeWalk {
  readonly lines: OutlineLine[] = [];
  readonly seen = new Set<XmlElement>();
  private readonly elementsBelow = new Map<string | null, XmlElement[]>();
  private readonly activitiesBelow = new Map<string | null, XmlElement[]>();

  constructor(
    root: { readonly id: string | null },
    elements: readonly XmlElement[],
    activities: readonly XmlElement[],
  ) {
    const ids = new Set(elements.map(objectId).filter((id) => id !== '' && id !== root.id));
    const ordered = elements
      .map((element, at) => ({ element, at, sequence: Number(element.leaf('SequenceNumber') ?? Number.NaN) }))
      .sort((a, b) => (a.sequence === b.sequence ? a.at - b.at : a.sequence - b.sequence || a.at - b.at));
    for (const { element } of ordered) {
      if (objectId(element) !== root.id)
        push(this.elementsBelow, parentOf(element, 'ParentObjectId', ids), element);
    }
    for (const activity of activities)
      push(this.activitiesBelow, parentOf(activity, 'WBSObjectId', ids), activity);
  }

  /** Without recursion: a hostile tree may be as deep as it has elements. */
  below(parentId: string | null, level: number, path: string | null): void {
    const waiting: (() => void)[] = [];
    const open = (id: string | null, spot: { level: number; path: string | null }): void => {
      for (const element of this.activitiesBelow.get(id) ?? [])
        this.lines.push({
          element,
          isActivity: true,
          outlineLevel: spot.level,
          parentId: id,
          wbs: spot.path,
        });
      for (const element of [...(this.elementsBelow.get(id) ?? [])].reverse())
        waiting.push(() => {
          if (this.seen.has(element)) return;
          this.seen.add(element);
          const wbs = joined(spot.path, element.leaf('Code')?.trim());
          this.lines.push({ element, isActivity: false, outlineLevel: spot.level, parentId: id, wbs });
          open(objectId(element), { level: spot.level + 1, path: wbs });
        });
    };
    open(parentId, { level, path });
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
  }

  add(element: XmlElement, { level, parentId, path }: Spot): void {
    this.seen.add(element);
    const wbs = joined(path, element.leaf('Code')?.trim());
    this.lines.push({ element, isActivity: false, outlineLevel: level, parentId, wbs });
    this.below(objectId(element), level + 1, wbs);
  }
}

function joined(path: string | null, code: string | undefined): string | null {
  const own = code === undefined || code === '' ? null : code;
  return path === null || own === null ? (own ?? path) : `${path}${SEPARATOR}${own}`;
}

function parentOf(element: XmlElement, name: string, ids: ReadonlySet<string>): string | null {
  const parent = element.leaf(name)?.trim() ?? '';
  return ids.has(parent) ? parent : null;
}

function push(lists: Map<string | null, XmlElement[]>, key: string | null, element: XmlElement): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [element]);
  else known.push(element);
}
