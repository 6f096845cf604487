import { GatewayProblem } from '../gateway/gateway-problem.js';
import forms from './forms.module.css';

/** Why a change was not made, and what to do. */
export function ChangeProblem({ cause }: { readonly cause: unknown }) {
  if (!cause) return null;
  const words = cause instanceof GatewayProblem ? cause.detail : 'It did not work; send it again.';
  return (
    <p className={forms.problem} role="alert">
      {words}
    </p>
  );
}
