import { ClosingQualityAnswered } from '@meridian/contracts-quality';
import { closingAnswers } from '@meridian/runtime';
import { openItems } from './open-items.js';

export const { beginClosing, forgetClosing, answerClosing } = closingAnswers(
  ClosingQualityAnswered,
  openItems,
);
