import { admissionSettings } from '../admission/admission.js';
import type { AdmissionSettings } from '../admission/admission.js';
import type { InFlightLimits } from './in-flight.js';

/** What a client may take up. */
export interface DoorLimits {
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  readonly addressLength: number;
  readonly headerBytes: number;
  /** A request must have arrived wholly within this time. */
  readonly arrivalMs: number;
  readonly headersMs: number;
  /** How often late requests are looked for. */
  readonly checkMs: number;
  readonly inFlight: InFlightLimits;
  readonly admission: AdmissionSettings;
}

export const doorLimits: DoorLimits = {
  bodyBytes: 1_048_576,
  uploadBytes: 16_777_216,
  addressLength: 4_096,
  headerBytes: 16_384,
  arrivalMs: 30_000,
  headersMs: 10_000,
  checkMs: 1_000,
  inFlight: { process: 512, person: 32 },
  admission: admissionSettings,
};
