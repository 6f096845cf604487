import { expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { showBusFigures } from './bus-metrics.js';

test('the figures of the bus are shown as they stand when somebody asks', async () => {
  const figures = { published: 0, consumersRebuilt: 1, inFlight: 3, answers: { ok: 0, refusal: 2 } };
  const registry = new Registry();
  showBusFigures(registry, () => figures);
  figures.published = 7;
  figures.inFlight = 0;
  figures.answers.ok = 9;
  const shown = await registry.metrics();
  expect(shown).toContain('meridian_bus_published_total 7');
  expect(shown).toContain('meridian_bus_consumers_rebuilt_total 1');
  expect(shown).toContain('meridian_bus_in_flight 0');
  expect(shown).toContain('meridian_bus_answers_total{status="ok"} 9');
  expect(shown).toContain('meridian_bus_answers_total{status="refusal"} 2');
  expect(await registry.metrics()).toContain('meridian_bus_published_total 7');
});
