import type { ShowFigure } from '@meridian/runtime';
import type { Admission } from './admission.js';

/** How full the door is, for `/metrics`. */
export function showAdmission(admission: Admission, show: ShowFigure): void {
  for (const lane of ['ordinary', 'files'] as const) {
    const figures = () => admission.figures(lane);
    show({
      name: `meridian_door_${lane}_running`,
      help: 'Requests being answered at this moment',
      read: () => figures().running,
    });
    show({
      name: `meridian_door_${lane}_waiting`,
      help: 'Requests waiting for their turn at this moment',
      read: () => figures().waiting,
    });
    show({
      name: `meridian_door_${lane}_limit`,
      help: 'Requests that may be answered at once, as the door has found out',
      read: () => figures().limit,
    });
  }
  show({
    name: 'meridian_door_turned_away',
    help: 'Requests told to come back since the start of the process',
    read: () => admission.turnedAway,
  });
}
