import { TemplateList } from './template-list.js';

/** Every template in its latest version, those in use first. */
export class ListTemplates {
  static readonly subject = 'requests.projects.list-templates.v1';
  static readonly kind = 'query';
  static readonly answer = TemplateList;
}
