/** What may stand in a leaf of an XML file; null and undefined leave the leaf out. */
export type LeafValue = string | number | bigint | boolean | null | undefined;

/** Writes XML element by element, one to a line. Names are ours, texts are anybody's. */
export class XmlText {
  private readonly parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  private readonly open: string[] = [];

  /** An element with what `content` writes into it. */
  element(name: string, content: () => void, attributes = ''): this {
    this.line(`<${name}${attributes === '' ? '' : ` ${attributes}`}>`);
    this.open.push(name);
    content();
    this.open.pop();
    this.line(`</${name}>`);
    return this;
  }

  /** A list element, only when there is something in it. */
  list<T>(name: string, items: readonly T[], each: (item: T) => void): this {
    return items.length === 0 ? this : this.element(name, () => items.forEach(each));
  }

  leaf(name: string, value: LeafValue): this {
    if (value === null || value === undefined) return this;
    this.line(`<${name}>${escaped(textOf(value))}</${name}>`);
    return this;
  }

  leaves(values: Readonly<Record<string, LeafValue>>): this {
    for (const [name, value] of Object.entries(values)) this.leaf(name, value);
    return this;
  }

  toString(): string {
    return this.parts.join('');
  }

  private line(text: string): void {
    this.parts.push('\t'.repeat(this.open.length), text, '\n');
  }
}

function textOf(value: string | number | bigint | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? plainNumber(value) : String(value);
}

/** A number without an exponent, with at most ten digits after the point. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  return value.toFixed(10).replace(/\.?0+$/, '');
}

/** Characters that XML forbids are dropped; a carriage return would be read as a line end. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');
}
