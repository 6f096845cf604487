import { SaxesParser } from 'saxes';
import type { ReadLimits } from './read-limits.js';

export type Attributes = Readonly<Record<string, string>>;

/** What the stream tells: elements (names without prefix) as they open and close, and their text. */
export interface ElementListener {
  opened(name: string, depth: number, attributes: Attributes): void;
  text(text: string): void;
  closed(name: string, depth: number): void;
}

/** Why a stream is refused; the caller makes its own refusal of it. */
export type StreamProblem =
  | 'empty'
  | 'malformed'
  | 'doctype'
  | 'entity'
  | 'too-deep'
  | 'too-large'
  | 'too-many-elements'
  | 'text-too-long'
  | 'too-many-attributes';

export type RefuseStream = (
  problem: StreamProblem,
  sentence: string,
  details?: Record<string, unknown>,
) => Error;

export type StreamLimits = Omit<ReadLimits, 'maxNotes' | 'maxElementsPerRecord' | 'maxRows' | 'maxColumns'>;

const CHUNK = 64 * 1024;

const XML_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Runs through XML text within limits, with a streaming parser that knows no DTD and no entities but the five of XML.
 *
 * @throws what `refuse` makes of a DOCTYPE, an undefined entity, malformed XML, and of each limit that is passed.
 */
export function streamElements(
  xml: string,
  limits: StreamLimits,
  listener: ElementListener,
  refuse: RefuseStream,
): void {
  if (xml.length > limits.maxBytes) throw tooLarge(refuse, xml.length, limits.maxBytes);
  if (!/\S/.test(xml)) throw refuse('empty', 'There is nothing in the file.');
  const guard = new StreamGuard(limits, refuse);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  // Without a prototype, so that `&constructor;` is as undefined as it should be.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, XML_ENTITIES);
  parser.on('error', (error) => {
    throw malformed(refuse, error.message);
  });
  parser.on('doctype', () => {
    throw doctype(refuse);
  });
  parser.on('attribute', () => guard.attribute());
  parser.on('opentagstart', () => guard.open());
  parser.on('opentag', (tag) =>
    listener.opened(localName(tag.name), guard.depth, rootPrefix(tag.name, tag.attributes)),
  );
  parser.on('text', (text) => {
    guard.length(text.length);
    listener.text(text);
  });
  parser.on('cdata', (text) => listener.text(text));
  parser.on('closetag', (tag) => {
    listener.closed(localName(tag.name), guard.depth);
    guard.close();
  });
  feed(parser, xml, guard);
}

/** Lets a listener find the namespace of a prefixed root under `xmlns`. */
function rootPrefix(name: string, attributes: Record<string, string>): Attributes {
  const colon = name.indexOf(':');
  if (colon < 0 || attributes['xmlns'] !== undefined) return attributes;
  return { ...attributes, xmlns: attributes[`xmlns:${name.slice(0, colon)}`] ?? '' };
}

function feed(parser: SaxesParser, xml: string, guard: StreamGuard): void {
  for (let at = 0; at < xml.length; at += CHUNK) {
    const before = guard.events;
    parser.write(xml.slice(at, at + CHUNK));
    guard.fed(CHUNK, guard.events > before);
  }
  parser.close();
}

/** Counts what has gone by and refuses what passes a limit. */
class StreamGuard {
  depth = 0;
  elements = 0;
  events = 0;
  private attributes = 0;
  private silentCharacters = 0;

  constructor(
    private readonly limits: StreamLimits,
    private readonly refuse: RefuseStream,
  ) {}

  open(): void {
    this.events += 1;
    this.attributes = 0;
    this.elements += 1;
    this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      const sentence = `Elements are nested more than ${this.limits.maxDepth} deep; about ten levels are usual.`;
      throw this.refuse('too-deep', sentence, { maxDepth: this.limits.maxDepth });
    }
    if (this.elements > this.limits.maxElements) {
      const sentence = `The file has more than ${this.limits.maxElements} elements.`;
      throw this.refuse('too-many-elements', sentence, { maxElements: this.limits.maxElements });
    }
  }

  close(): void {
    this.events += 1;
    this.depth -= 1;
  }

  attribute(): void {
    this.attributes += 1;
    const max = this.limits.maxAttributesPerElement;
    if (this.attributes <= max) return;
    const sentence = `An element has more than ${max} attributes; a few are usual.`;
    throw this.refuse('too-many-attributes', sentence, { maxAttributesPerElement: max });
  }

  length(characters: number): void {
    this.events += 1;
    const max = this.limits.maxTextLength;
    if (characters <= max) return;
    const sentence = `A text in the file is longer than ${max} characters.`;
    throw this.refuse('text-too-long', sentence, { maxTextLength: max });
  }

  /** A long run without any element or text is one huge text, comment, attribute or tag. */
  fed(characters: number, somethingHappened: boolean): void {
    this.silentCharacters = somethingHappened ? 0 : this.silentCharacters + characters;
    this.length(this.silentCharacters);
    this.events -= 1;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function doctype(refuse: RefuseStream): Error {
  const sentence =
    'The file holds a document type definition (DOCTYPE). Such files have none, and it could be used to attack the reader.';
  return refuse('doctype', sentence);
}

export function tooLarge(refuse: RefuseStream, found: number, allowed: number): Error {
  const sentence = `The file has ${found} bytes; at most ${allowed} are read.`;
  return refuse('too-large', sentence, { found, allowed });
}

function malformed(refuse: RefuseStream, message: string): Error {
  const [, line, column, what] = /^(?:(\d+):(\d+):\s*)?(.*)$/s.exec(message) ?? [];
  const place = line === undefined ? '' : ` at line ${line}, column ${column}`;
  const details = line === undefined ? undefined : { line: Number(line), column: Number(column) };
  if (what?.includes('entity') === true) {
    const sentence = `The file uses an entity that XML does not define${place}. Only &amp; &lt; &gt; &quot; &apos; and numbers are allowed.`;
    return refuse('entity', sentence, details);
  }
  const sentence = `The file is not well-formed XML${place}: ${(what ?? message).slice(0, 200).replace(/\.$/, '')}.`;
  return refuse('malformed', sentence, details);
}
