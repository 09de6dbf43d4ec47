const LOW = 20

/** A watch that wants to be charged today; `percent` of a full battery. */
export const isLow = (percent: number): boolean => percent < LOW
