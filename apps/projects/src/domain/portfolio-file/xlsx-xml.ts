import { streamElements } from '../plan-file/xml-stream.js';
import type { Attributes, ElementListener, StreamLimits } from '../plan-file/xml-stream.js';
import { refusePortfolioStream } from './portfolio-refusal.js';

const LIMITS: StreamLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxElements: 6_000_000,
  maxDepth: 64,
  maxTextLength: 1_000_000,
  maxAttributesPerElement: 64,
};

/** What to do at the start and the end of elements of a name; the end gets the text between. */
export interface XmlHandlers {
  readonly open?: Readonly<Record<string, (attributes: Attributes) => void>>;
  readonly close?: Readonly<Record<string, (text: string) => void>>;
}

/** Runs through one part of a workbook. */
export function readXmlPart(xml: string, handlers: XmlHandlers): void {
  const open = new Map(Object.entries(handlers.open ?? {}));
  const close = new Map(Object.entries(handlers.close ?? {}));
  let text = '';
  const listener: ElementListener = {
    opened: (name, _depth, attributes) => {
      text = '';
      open.get(name)?.(attributes);
    },
    text: (piece) => {
      if (text.length <= LIMITS.maxTextLength) text += piece;
    },
    closed: (name) => {
      close.get(name)?.(text);
      text = '';
    },
  };
  streamElements(xml, LIMITS, listener, refusePortfolioStream);
}
