import { ClosingGovernanceAnswered } from '@meridian/contracts-governance';
import { closingAnswers } from '@meridian/runtime';
import { openItems } from './open-items.js';

export const { beginClosing, forgetClosing, answerClosing } = closingAnswers(
  ClosingGovernanceAnswered,
  openItems,
);
