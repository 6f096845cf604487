import type { PhaseSum } from './time-phased.js';

/**
 * An element of a record (a task, a resource, ...) while it is read. Children that hold only text are leaves, found by
 * name; the others are nested. Names come from the file, so they live in a Map and never as properties of an object.
 */
export class XmlElement {
  text = '';
  /** Sums of the time-phased values below this element, by type. */
  phases: Map<number, PhaseSum> | undefined;
  private readonly leaves = new Map<string, string>();
  private readonly nested: XmlElement[] = [];

  constructor(readonly name: string) {}

  /** Takes a finished child in. The first of several leaves of the same name counts, as the schema allows one. */
  take(child: XmlElement, alwaysNested: boolean): void {
    if (alwaysNested || !child.isLeaf) this.nested.push(child);
    else if (!this.leaves.has(child.name)) this.leaves.set(child.name, child.text);
  }

  /** A leaf that was not read from XML. Empty text says nothing. */
  put(name: string, text: string | undefined): this {
    if (text !== undefined && text !== '' && !this.leaves.has(name)) this.leaves.set(name, text);
    return this;
  }

  /** Whether it holds nothing but text. */
  get isLeaf(): boolean {
    return this.leaves.size === 0 && this.nested.length === 0;
  }

  leaf(name: string): string | undefined {
    return this.leaves.get(name);
  }

  children(name: string): XmlElement[] {
    return this.nested.filter((child) => child.name === name);
  }

  /** The children of a wrapping element: `<Rates><Rate/>...</Rates>`. */
  within(wrapper: string, name: string): XmlElement[] {
    return this.children(wrapper).flatMap((element) => element.children(name));
  }
}
