import { SaxesParser } from 'saxes';

/** An element with what is in it, in order; text stands in leaves only. */
export interface XmlNode {
  readonly name: string;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

/** Reads a small, trusted XML file wholly. @throws Error where it is not well-formed */
export function readXml(text: string): XmlNode {
  const open: { name: string; children: XmlNode[]; text: string }[] = [];
  let root: XmlNode | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => open.push({ name, children: [], text: '' }));
  parser.on('text', (part) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(text).close();
  if (root === undefined) throw new Error('The file holds no element.');
  return root;
}

/** All elements at a path below; wrappers may occur several times. */
export function within(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  return path.reduce<readonly XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  );
}

/** The text of the first child of that name; empty when there is none. */
export function leaf(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}
