export interface KnownPerson {
  readonly personId: string;
  readonly employeeNumber: string;
  readonly email: string | null;
  readonly name: string;
}

/** Finds the person a plan means: by e-mail or employee number when the plan has one, else by a name only one person has. */
export class PersonFinder {
  private readonly byKey = new Map<string, string>();
  private readonly byName = new Map<string, string | null>();

  constructor(people: readonly KnownPerson[]) {
    for (const { personId, employeeNumber, email, name } of people) {
      this.byKey.set(fold(employeeNumber), personId);
      if (email !== null) this.byKey.set(fold(email), personId);
      this.byName.set(fold(name), this.byName.has(fold(name)) ? null : personId);
    }
  }

  /** `null` when nobody, or more than one, could be meant. */
  find(resource: { readonly resourceKey?: string | null; readonly resourceName: string }): string | null {
    const { resourceKey, resourceName } = resource;
    if (resourceKey != null && this.byKey.has(fold(resourceKey)))
      return this.byKey.get(fold(resourceKey)) ?? null;
    return this.byName.get(fold(resourceName)) ?? null;
  }
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
