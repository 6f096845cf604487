/**
 * Precedence diagram with start-to-start links (university module "Network Construction - Precedence Diagram Method", kept in
 * nvidia/Nemotron-CC-Math-v1), in days. Expected figures agree between a two-pass computation, a linear programme and, for
 * the early dates, TaskJuggler 3.7.1.
 */
export const PRECEDENCE_DURATIONS = {
  A: 2,
  B: 10,
  C: 13,
  D: 12,
  E: 12,
  F: 7,
  G: 10,
  H: 16,
  I: 6,
  J: 12,
  K: 5,
  L: 8,
  M: 5,
  N: 3,
};

const LINKS =
  'A SS B, A FS C, A FS D, B FS E, B FS F, D FS G, D FS H, F FS I, C FS J, G SS J, I SS K, E FS L, I FS L, K FS L, ' +
  'H FS M, G FS N, J FS N, L FS N, M FS N';

/** From, kind, to. */
export const PRECEDENCE_LINKS = LINKS.split(', ').map((text) => text.split(' ') as [string, string, string]);
