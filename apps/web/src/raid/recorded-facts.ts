import type { RaidFacts, RaidLine } from '@meridian/contracts-projects';

/** What is said of an entry, as it is sent back when a part of it changes: the whole is replaced. */
export function recordedFacts(line: RaidLine): RaidFacts {
  const {
    kind,
    effect,
    title,
    description,
    ownerPersonId,
    ownerName,
    inherent,
    residual,
    strategy,
    opportunityStrategy,
  } = line;
  const { response, responseCostMinor, trigger, strikesOn, dueOn, hits } = line;
  return {
    kind,
    effect,
    title,
    description,
    ownerPersonId,
    ownerName,
    inherent,
    residual,
    strategy,
    opportunityStrategy,
    response,
    responseCostMinor,
    trigger,
    strikesOn,
    dueOn,
    hits,
  };
}
