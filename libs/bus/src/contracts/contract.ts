/**
 * An event contract: a class whose fields carry class-validator rules and whose statics say where it travels.
 * `aggregate` names the string field that holds the aggregate id; order and dense sequence are per (owner, that id).
 */
export interface EventContract<E extends object> {
  new (): E;
  /** `events.<owner>.<noun-past-tense>.v<major>` */
  readonly subject: string;
  readonly aggregate: keyof E & string;
}

/** Any event contract, where it does not matter which. */
export interface AnyEventContract {
  new (): object;
  readonly subject: string;
  readonly aggregate: string;
}

/** A command changes state in one transaction and needs an idempotency key; a query only reads. */
export type RequestKind = 'command' | 'query';

/** A request contract: what is asked, whether it changes state, and the class of the answer. */
export interface RequestContract<
  Q extends object = object,
  A = unknown,
  K extends RequestKind = RequestKind,
> {
  new (): Q;
  /** `requests.<owner>.<verb-noun>.v<major>` */
  readonly subject: string;
  readonly kind: K;
  readonly answer: new () => A;
}

/** The fields of a contract as plain data, the way callers give them. */
export type BodyOf<C> = { readonly [K in keyof C]: C[K] };

export interface SubjectParts {
  readonly root: 'events' | 'requests';
  readonly owner: string;
  readonly name: string;
  readonly major: number;
}

const SUBJECT = /^(events|requests)\.([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)\.v([1-9][0-9]*)$/;

/**
 * Takes a contract's subject apart.
 *
 * @throws TypeError when the subject has another form: a defect of the contract, found at start-up.
 */
export function subjectParts(subject: string): SubjectParts {
  const found = SUBJECT.exec(subject);
  if (!found) {
    throw new TypeError(
      `Subject "${subject}" is not of the form events.<owner>.<noun-past>.v<major> or requests.<owner>.<verb-noun>.v<major>.`,
    );
  }
  const [, root, owner, name, major] = found;
  return { root: root as SubjectParts['root'], owner: owner!, name: name!, major: Number(major) };
}

/** The subject of a contract, checked. */
export function subjectOf(contract: { readonly subject: string }): string {
  subjectParts(contract.subject);
  return contract.subject;
}

/** The service that owns a contract: `projects` for `events.projects.task-progressed.v1`. */
export function ownerOf(contract: { readonly subject: string }): string {
  return subjectParts(contract.subject).owner;
}
