/** What the harness tells the entry file of a service with a planted mistake. */
export const PLANT_NAME = 'MERIDIAN_PLANT';
export const PLANTED_PART = 'MERIDIAN_PLANTED_PART';
/** The main file of the service that is to be started. */
export const MAIN_FILE = 'MERIDIAN_PLANT_MAIN';
