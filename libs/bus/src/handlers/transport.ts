/** Names Meridian's own transport, so that in a hybrid application no other server takes these handlers as well. */
export const BUS_TRANSPORT = Symbol('meridian-bus');
