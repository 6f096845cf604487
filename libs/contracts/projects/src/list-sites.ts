import { SiteList } from './site-list.js';

/** Every site with its readiness. */
export class ListSites {
  static readonly subject = 'requests.projects.list-sites.v1';
  static readonly kind = 'query';
  static readonly answer = SiteList;
}
