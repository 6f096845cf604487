import 'reflect-metadata';

export { BookingLine } from './booking-line.js';
export { FillAssignment } from './fill-assignment.js';
export { ListPeople } from './list-people.js';
export { LoadWeek } from './load-week.js';
export { OverloadsChanged } from './overloads-changed.js';
export { PeoplePage } from './people-page.js';
export { PersonLine } from './person-line.js';
export { PersonLoad } from './person-load.js';
export { personIdOf } from './person-id.js';
export { PersonRecorded } from './person-recorded.js';
export { PortfolioCapacity } from './portfolio-capacity.js';
export { PortfolioCapacityFigures } from './portfolio-capacity-figures.js';
export { ProjectPeople } from './project-people.js';
export { ProjectPeopleFigures } from './project-people-figures.js';
export { ProjectStaffingChanged } from './project-staffing-changed.js';
export { RecordPerson } from './record-person.js';
export { Recorded } from './recorded.js';
