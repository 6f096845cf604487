import { describe, expect, test } from '@jest/globals';
import { requireDecidable, type GateDecision } from './gate.js';

const gate = { name: 'Design gate', state: 'planned', decision: null, decidedOn: null };
const ready = { milestoneId: 'm1', name: 'Design approved', isReady: true, openMandatory: 0 };
const open = { milestoneId: 'm2', name: 'Risk review', isReady: false, openMandatory: 2 };
const verdict = (decision: GateDecision, conditions: string[] = []) => ({
  decision,
  reason: 'r',
  conditions,
});

describe('GATE-1: the truth table of a gate', () => {
  test.each<GateDecision>(['go', 'conditional-go'])(
    'with missing evidence %s is refused and names what is missing',
    (decision) => {
      expect(() => requireDecidable(gate, [ready, open], verdict(decision, ['a']))).toThrow('"Risk review"');
    },
  );

  test.each<GateDecision>(['hold', 'recycle', 'kill'])('with missing evidence %s is allowed', (decision) => {
    expect(() => requireDecidable(gate, [open], verdict(decision))).not.toThrow();
  });

  test('with all evidence go is allowed', () => {
    expect(() => requireDecidable(gate, [ready], verdict('go'))).not.toThrow();
  });

  test('a conditional go without conditions is refused', () => {
    expect(() => requireDecidable(gate, [ready], verdict('conditional-go'))).toThrow('names its conditions');
  });

  test('a passed gate is not decided again, a held one is', () => {
    const decided = { ...gate, state: 'decided', decidedOn: '2026-11-02' };
    expect(() => requireDecidable({ ...decided, decision: 'go' }, [ready], verdict('kill'))).toThrow(
      'not decided again',
    );
    expect(() => requireDecidable({ ...decided, decision: 'hold' }, [ready], verdict('go'))).not.toThrow();
  });
});
