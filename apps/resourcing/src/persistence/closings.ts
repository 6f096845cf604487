import { ClosingPeopleAnswered } from '@meridian/contracts-resourcing';
import { closingAnswers } from '@meridian/runtime';
import { openItems } from './open-items.js';

export const { beginClosing, forgetClosing, answerClosings } = closingAnswers(
  ClosingPeopleAnswered,
  openItems,
);
