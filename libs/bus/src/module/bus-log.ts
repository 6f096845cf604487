import { Logger } from '@nestjs/common';

/** Where the bus writes what an operator should know. */
export interface BusLog {
  warn(sentence: string, facts: Record<string, unknown>): void;
  error(sentence: string, facts: Record<string, unknown>): void;
}

/** The log of the house: Nest's logger, which the runtime directs. */
export function nestLog(service: string): BusLog {
  const logger = new Logger(`bus ${service}`);
  return {
    warn: (sentence, facts) => logger.warn({ message: sentence, ...readable(facts) }),
    error: (sentence, facts) => logger.error({ message: sentence, ...readable(facts) }),
  };
}

function readable(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      fact instanceof Error ? (fact.stack ?? fact.message) : fact,
    ]),
  );
}
