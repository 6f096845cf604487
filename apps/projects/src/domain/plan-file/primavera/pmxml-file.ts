import { planFileRefusal, refusePlanStream } from '../plan-file-refusal.js';
import type { ReadLimits } from '../read-limits.js';
import { XmlElement } from '../xml-element.js';
import { streamElements } from '../xml-stream.js';
import type { Attributes, ElementListener } from '../xml-stream.js';
import { OBJECTS, PrimaveraObjects } from './primavera-file.js';
import type { ObjectName, PrimaveraFile, PrimaveraProject } from './primavera-file.js';

export const PMXML_ROOT = 'APIBusinessObjects';

const OBJECT_NAMES: ReadonlySet<string> = new Set(OBJECTS);

/** Elements that are things even when they hold nothing but text, or nothing at all. */
const ALWAYS_NESTED = new Set(['WorkTime', 'StandardWorkHours', 'HolidayOrException', 'UDF']);

/** Reads the business objects of a Primavera XML file. @throws Refusal `projects/plan-file-...`. */
export function pmxmlFile(xml: string, limits: ReadLimits): PrimaveraFile {
  const builder = new ObjectBuilder(limits);
  streamElements(xml, limits, builder, refusePlanStream);
  const { shared, projects, baselines } = builder;
  const base = shared.of('Currency').find((currency) => isTrue(currency.leaf('IsBaseCurrency')));
  const code = (base ?? shared.of('Currency')[0])?.leaf('Id')?.trim() ?? '';
  return {
    format: 'pmxml',
    currency: /^[A-Z]{3}$/.test(code) ? code : null,
    shared: builder.shared,
    projects,
    baselines,
    notes: left(builder.notRead),
  };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text?.toLowerCase() === 'true';
}

function left(notRead: ReadonlyMap<string, number>): string[] {
  const names = [...notRead].slice(0, 60).map(([name, count]) => `${name} (${count})`);
  return names.length === 0
    ? []
    : [`These parts have no place in a plan here and were not read: ${names.join(', ')}.`];
}

function otherRoot(name: string): Error {
  const sentence = `The file is XML, but its first element is <${name.slice(0, 60)}>; a Primavera XML file begins with <${PMXML_ROOT}>.`;
  return planFileRefusal('projects/plan-file-not-a-plan', sentence);
}

/** Builds business objects out of the stream: those of a project stand in it, or, in older exports, beside it. */
class ObjectBuilder implements ElementListener {
  readonly shared = new PrimaveraObjects();
  readonly projects: PrimaveraProject[] = [];
  readonly baselines: PrimaveraProject[] = [];
  readonly notRead = new Map<string, number>();
  private project: PrimaveraProject | undefined;
  private readonly open: XmlElement[] = [];
  private kept = 0;

  constructor(private readonly limits: ReadLimits) {}

  opened(name: string, depth: number, _attributes: Attributes): void {
    if (depth === 1 && name !== PMXML_ROOT) throw otherRoot(name);
    if (depth === 2 && (name === 'Project' || name === 'BaselineProject')) {
      this.project = { own: new XmlElement(name), objects: new PrimaveraObjects() };
      (name === 'Project' ? this.projects : this.baselines).push(this.project);
      return;
    }
    if (depth < 2) return;
    if (this.open.length === 0) this.kept = 0;
    this.open.push(new XmlElement(name));
    this.kept += 1;
    if (this.kept > this.limits.maxElementsPerRecord) {
      const sentence = `One ${this.open[0]!.name.slice(0, 60)} of the file has more than ${this.limits.maxElementsPerRecord} parts.`;
      throw planFileRefusal('projects/plan-file-too-many-elements', sentence);
    }
  }

  text(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined || (element.text === '' && /^\s*$/.test(text))) return;
    element.text += text;
    if (element.text.length > this.limits.maxTextLength) {
      const sentence = `A text in the file is longer than ${this.limits.maxTextLength} characters.`;
      throw planFileRefusal('projects/plan-file-text-too-long', sentence);
    }
  }

  closed(_name: string, depth: number): void {
    const element = this.open.pop();
    if (element === undefined) {
      if (depth === 2) this.project = undefined;
      return;
    }
    const owner = this.open.at(-1);
    if (owner !== undefined) owner.take(element, ALWAYS_NESTED.has(element.name));
    else this.finish(element);
  }

  private finish(element: XmlElement): void {
    const { name } = element;
    if (OBJECT_NAMES.has(name)) (this.project?.objects ?? this.shared).add(name as ObjectName, element);
    else if (element.isLeaf) this.project?.own.take(element, false);
    else if (this.notRead.size < 1_000 || this.notRead.has(name)) {
      this.notRead.set(name, (this.notRead.get(name) ?? 0) + 1);
    }
  }
}
