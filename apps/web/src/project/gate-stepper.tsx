import type { GateLine } from '@meridian/contracts-governance';
import type { PhasePlan } from '@meridian/contracts-projects';
import { IconCheck } from '@tabler/icons-react';
import { formatDay } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import { gateDecisionWords } from './gate-decision-words.js';
import styles from './gates.module.css';

interface GateStepperProps {
  readonly gates: readonly GateLine[];
  readonly nextGateId: string | undefined;
  readonly phases: readonly PhasePlan[];
}

/** The gates in their order: passed, next, still to come. */
export function GateStepper({ gates, nextGateId, phases }: GateStepperProps) {
  if (gates.length === 0)
    return (
      <EmptyState title="No gates are planned">
        {phases.length > 0 ? `The phases are ${phases.map((phase) => phase.name).join(', ')}. ` : ''}
        The PMO plans the gate that ends each phase.
      </EmptyState>
    );
  const ordered = [...gates].sort((one, other) => one.order - other.order);
  return (
    <ol className={styles.stepper}>
      {ordered.map((gate) => (
        <Step key={gate.gateId} gate={gate} isNext={gate.gateId === nextGateId} />
      ))}
    </ol>
  );
}

function Step({ gate, isNext }: { readonly gate: GateLine; readonly isNext: boolean }) {
  const state = gate.decision ? 'decided' : isNext ? 'next' : 'later';
  return (
    <li className={styles.step} data-state={state} aria-current={isNext ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden>
        {gate.decision ? <IconCheck size={14} stroke={3} /> : gate.order}
      </span>
      <strong>{gate.name}</strong>
      <span className="quiet">{stepWords(gate, isNext)}</span>
    </li>
  );
}

function stepWords(gate: GateLine, isNext: boolean): string {
  if (gate.decision)
    return `${gateDecisionWords(gate.decision)}${gate.decidedOn ? ` · ${formatDay(gate.decidedOn)}` : ''}`;
  const day = gate.dueOn ? formatDay(gate.dueOn) : 'no day yet';
  if (!isNext) return day;
  return gate.isReady ? `${day} · evidence complete` : `${day} · ${gate.missing} missing`;
}
