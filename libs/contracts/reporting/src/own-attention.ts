import { OwnAttentionList } from './own-attention-list.js';

/** What waits for the caller and is seen by nobody else, whatever the role. It is in no list and no count of others. */
export class OwnAttention {
  static readonly subject = 'requests.reporting.own-attention.v1';
  static readonly kind = 'query';
  static readonly answer = OwnAttentionList;
}
