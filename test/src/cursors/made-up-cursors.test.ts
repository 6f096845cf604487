import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InvalidRequest } from '@meridian/bus';
import { InboundRecords } from '@meridian/contracts-connectors';
import { ListPeople } from '@meridian/contracts-resourcing';
import { PortfolioHealth } from '@meridian/contracts-reporting';
import { person, ServiceUnderTest } from '@meridian/testing';

const anna = person('pmo-manager');
const LISTS = [
  { service: 'reporting', contract: PortfolioHealth, madeUp: ['abc', '-5', '1e9', '3.5', ''] },
  { service: 'connectors', contract: InboundRecords, madeUp: ['abc', '17', randomUUID()] },
  { service: 'resourcing', contract: ListPeople, madeUp: ['abc', '17', randomUUID()] },
] as const;

describe.each(LISTS)(
  '$service: a list asked for with a cursor that no page gave',
  ({ service, contract, madeUp }) => {
    let tested: ServiceUnderTest;

    beforeAll(async () => {
      tested = await ServiceUnderTest.start(service);
    });
    afterAll(() => tested?.end());

    test.each(madeUp)('"%s" is refused, and the cursor is named', async (cursor) => {
      const failure = await tested
        .ask(anna, contract as typeof InboundRecords, { cursor })
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(InvalidRequest);
      expect((failure as InvalidRequest).violations).toMatchObject([
        { path: 'cursor', message: expect.stringContaining('which no page of this list gave') },
      ]);
    });

    test('and without one it begins at the beginning', async () => {
      expect(await tested.ask(anna, contract as typeof InboundRecords, {})).toBeDefined();
    });
  },
);
