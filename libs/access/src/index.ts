export {
  hasRole,
  mayManageProject,
  maySeeProject,
  requireManager,
  requireVisible,
  visibleProjects,
} from './project-access.js';
export type { Person, ProjectAccess, Role } from './project-access.js';
