import { ClosingMoneyAnswered } from '@meridian/contracts-budgeting';
import { closingAnswers } from '@meridian/runtime';
import { openItems } from './open-items.js';

export const { beginClosing, forgetClosing, answerClosing } = closingAnswers(ClosingMoneyAnswered, openItems);
