import { HrPartnersFigures } from './hr-partners-figures.js';

/** Who would read a concern that is raised to the HR partners: known before it is raised. */
export class HrPartners {
  static readonly subject = 'requests.resourcing.hr-partners.v1';
  static readonly kind = 'query';
  static readonly answer = HrPartnersFigures;
}
