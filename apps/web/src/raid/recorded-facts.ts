import type { RaidFacts, RaidLine } from '@meridian/contracts-projects';

/** What is said of an entry, as it is sent back when a part of it changes: the whole is replaced. */
export function recordedFacts(line: RaidLine): RaidFacts {
  const { kind, title, description, ownerPersonId, ownerName, inherent, residual, strategy } = line;
  const { response, responseCostMinor, trigger, strikesOn, dueOn, hits } = line;
  return {
    kind,
    title,
    description,
    ownerPersonId,
    ownerName,
    inherent,
    residual,
    strategy,
    response,
    responseCostMinor,
    trigger,
    strikesOn,
    dueOn,
    hits,
  };
}
