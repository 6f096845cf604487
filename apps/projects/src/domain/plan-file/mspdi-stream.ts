import { SaxesParser } from 'saxes';
import { planFileRefusal } from './plan-file-refusal.js';
import type { ReadLimits } from './read-limits.js';

/** What the stream tells: elements as they open and close, and their text. */
export interface ElementListener {
  opened(name: string, depth: number): void;
  text(text: string): void;
  closed(name: string, depth: number): void;
}

const CHUNK = 64 * 1024;

const XML_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Runs through XML text within limits, with a streaming parser that knows no DTD and no entities but the five of XML.
 *
 * @throws Refusal for a DOCTYPE, an undefined entity, malformed XML, and whenever a limit is passed.
 */
export function streamElements(xml: string, limits: ReadLimits, listener: ElementListener): void {
  if (xml.length > limits.maxBytes) throw tooLarge(xml.length, limits.maxBytes);
  const guard = new StreamGuard(limits);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  // Without a prototype, so that `&constructor;` is as undefined as it should be.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, XML_ENTITIES);
  parser.on('error', (error) => {
    throw malformed(error.message);
  });
  parser.on('doctype', () => {
    throw doctype();
  });
  parser.on('attribute', () => guard.attribute());
  parser.on('opentagstart', () => guard.open());
  parser.on('opentag', (tag) => {
    if (guard.depth === 1) checkRoot(tag.name, tag.attributes);
    listener.opened(localName(tag.name), guard.depth);
  });
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
  if (guard.elements === 0) throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
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

  constructor(private readonly limits: ReadLimits) {}

  open(): void {
    this.events += 1;
    this.attributes = 0;
    this.elements += 1;
    this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      const sentence = `Elements are nested more than ${this.limits.maxDepth} deep; a plan needs about ten levels.`;
      throw planFileRefusal('projects/plan-file-too-deep', sentence, { maxDepth: this.limits.maxDepth });
    }
    if (this.elements > this.limits.maxElements) {
      const sentence = `The file has more than ${this.limits.maxElements} elements.`;
      throw planFileRefusal('projects/plan-file-too-many-elements', sentence, { maxElements: this.limits.maxElements });
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
    const sentence = `An element has more than ${max} attributes; plan files use one.`;
    throw planFileRefusal('projects/plan-file-too-many-attributes', sentence, { maxAttributesPerElement: max });
  }

  length(characters: number): void {
    this.events += 1;
    const max = this.limits.maxTextLength;
    if (characters <= max) return;
    const sentence = `A text in the file is longer than ${max} characters.`;
    throw planFileRefusal('projects/plan-file-text-too-long', sentence, { maxTextLength: max });
  }

  /** A long run without any element or text is one huge text, comment, attribute or tag. */
  fed(characters: number, somethingHappened: boolean): void {
    this.silentCharacters = somethingHappened ? 0 : this.silentCharacters + characters;
    this.length(this.silentCharacters);
    this.events -= 1;
  }
}

const NAMESPACE = 'http://schemas.microsoft.com/project';

function checkRoot(name: string, attributes: Readonly<Record<string, string>>): void {
  const local = localName(name);
  const space = attributes['xmlns'] ?? attributes[`xmlns:${name.split(':')[0]}`] ?? '';
  if (local === 'APIBusinessObjects' || space.includes('Primavera')) throw pmxml();
  if (local === 'Project' && (space === '' || space.startsWith(NAMESPACE))) return;
  throw planFileRefusal(
    'projects/plan-file-not-a-plan',
    `The file is XML, but its first element is <${local.slice(0, 60)}>; a Microsoft Project XML file begins with <Project xmlns="${NAMESPACE}">.`,
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function pmxml(): Error {
  return planFileRefusal(
    'projects/plan-file-is-pmxml',
    'This is a Primavera P6 XML file. It cannot be read yet; save the plan as Microsoft Project XML and bring that in.',
  );
}

export function doctype(): Error {
  const sentence = 'The file holds a document type definition (DOCTYPE). Plan files have none, and it could be used to attack the reader.';
  return planFileRefusal('projects/plan-file-doctype', sentence);
}

export function tooLarge(found: number, allowed: number): Error {
  const sentence = `The file has ${found} bytes; at most ${allowed} are read.`;
  return planFileRefusal('projects/plan-file-too-large', sentence, { found, allowed });
}

function malformed(message: string): Error {
  const [, line, column, what] = /^(?:(\d+):(\d+):\s*)?(.*)$/s.exec(message) ?? [];
  const place = line === undefined ? '' : ` at line ${line}, column ${column}`;
  const details = line === undefined ? undefined : { line: Number(line), column: Number(column) };
  if (what?.includes('entity') === true) {
    const sentence = `The file uses an entity that XML does not define${place}. Only &amp; &lt; &gt; &quot; &apos; and numbers are allowed.`;
    return planFileRefusal('projects/plan-file-entity', sentence, details);
  }
  const sentence = `The file is not well-formed XML${place}: ${(what ?? message).slice(0, 200).replace(/\.$/, '')}.`;
  return planFileRefusal('projects/plan-file-malformed', sentence, details);
}
