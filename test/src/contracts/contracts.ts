import * as budgeting from '@meridian/contracts-budgeting';
import * as connectors from '@meridian/contracts-connectors';
import * as governance from '@meridian/contracts-governance';
import * as projects from '@meridian/contracts-projects';
import * as quality from '@meridian/contracts-quality';
import * as reporting from '@meridian/contracts-reporting';
import * as resourcing from '@meridian/contracts-resourcing';

type ContractClass = (new () => object) & {
  readonly subject?: string;
  readonly aggregate?: string;
  readonly kind?: string;
  readonly answer?: new () => object;
};

export interface NamedContract {
  readonly owner: string;
  readonly name: string;
  readonly contract: ContractClass;
}

const PACKAGES = { budgeting, connectors, governance, projects, quality, reporting, resourcing };

export const OWNERS: readonly string[] = Object.keys(PACKAGES);

/** Every class that a contracts package exports. */
export const CONTRACTS: readonly NamedContract[] = Object.entries(PACKAGES).flatMap(([owner, classes]) =>
  Object.entries(classes).map(([name, contract]) => ({ owner, name, contract: contract as ContractClass })),
);

export const EVENTS = CONTRACTS.filter((c) => c.contract.subject?.startsWith('events.'));
export const REQUESTS = CONTRACTS.filter((c) => c.contract.subject?.startsWith('requests.'));
