import { describe, expect, test } from '@jest/globals';
import { spreadLabels } from './spread-labels.js';

describe('labels beside lines', () => {
  test('labels with room stay where they are', () => {
    expect(spreadLabels([10, 60], 16)).toEqual([10, 60]);
  });

  test('labels that would cover each other move apart and keep their order', () => {
    expect(spreadLabels([52, 50], 16)).toEqual([66, 50]);
  });

  test('no label falls out at the bottom', () => {
    expect(spreadLabels([98, 99], 16, 100)).toEqual([84, 100]);
  });
});
