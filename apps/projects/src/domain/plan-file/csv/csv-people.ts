import { cleanName } from '../clean-text.js';
import type { PlanAssignment } from '../plan-assignment.js';
import type { PlanResource } from '../plan-resource.js';
import { BLANK_ASSIGNMENT, BLANK_RESOURCE } from '../blank-people.js';
import type { ReportBook } from '../report-book.js';
import type { CsvRow } from './csv-row.js';
import { csvParts, csvResource } from './csv-values.js';

/** The people of a list: everyone who is named in a cell of resources, once. */
export class CsvPeople {
  readonly resources: PlanResource[] = [];
  readonly assignments: PlanAssignment[] = [];
  private readonly byName = new Map<string, PlanResource>();

  constructor(private readonly book: ReportBook) {}

  /** Whoever a task names works on it. */
  assign(row: CsvRow): void {
    const found = csvParts(row.text('resources')).map(csvResource);
    const seen = new Set<string>();
    for (const { name: raw, units } of found) {
      const name = cleanName(raw).text;
      this.book.found('assignment');
      const subject = { kind: 'assignment' as const, uid: null, name: row.name };
      if (name === '' || seen.has(name)) {
        const sentence =
          name === '' ? 'It names nobody.' : `"${name}" is named twice; the first one was taken.`;
        this.book.leftOut(subject, name === '' ? 'missing-resource' : 'duplicate', sentence);
        continue;
      }
      seen.add(name);
      this.book.read('assignment');
      this.assignments.push(this.assignmentOf(row.uid, this.resourceOf(name).uid, units));
    }
  }

  private resourceOf(name: string): PlanResource {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    this.book.found('resource');
    this.book.read('resource');
    const uid = this.resources.length + 1;
    const resource = { ...BLANK_RESOURCE, uid, id: uid, name };
    this.resources.push(resource);
    this.byName.set(name, resource);
    return resource;
  }

  private assignmentOf(taskUid: number, resourceUid: number, units: number): PlanAssignment {
    return { ...BLANK_ASSIGNMENT, uid: this.assignments.length + 1, taskUid, resourceUid, units };
  }
}
