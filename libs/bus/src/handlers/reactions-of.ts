import { PATTERN_EXTRAS_METADATA } from '@nestjs/microservices/constants.js';
import type { AnyEventContract } from '../contracts/contract.js';
import type { Reaction, Reactions } from '../inbox/reactions.js';
import { EVENT_CONTRACT, SHARED_WORK } from './on.js';
import type { AnySharing } from './shared-work.js';

/** The methods marked with `@On` of these controllers, by event type: for running them without a Nest application. */
export function reactionsOf(controllers: readonly object[]): Reactions {
  return new Map(controllers.flatMap((controller) => [...marked(controller)]));
}

function* marked(controller: object): Iterable<[string, Reaction]> {
  const methods = Object.getPrototypeOf(controller) as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(methods)) {
    const method = methods[name];
    if (typeof method !== 'function') continue;
    const extras = Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method) as
      Record<string, unknown> | undefined;
    const contract = extras?.[EVENT_CONTRACT] as AnyEventContract | undefined;
    if (!contract) continue;
    yield [
      contract.subject,
      {
        contract,
        handle: (event, delivery) => method.call(controller, event, delivery),
        sharing: extras?.[SHARED_WORK] as AnySharing | undefined,
      },
    ];
  }
}
