import type { MergeUnits } from './types'

/** The units of what phones may patch, as the server's collections declare them. */
export const MERGE_UNITS: MergeUnits = {
  person: [
    ['name', 'sex', 'birth', 'documentKind', 'documentNumber'],
    ['occupation', 'employer'],
    ['household', 'relation'],
    ['residence', 'residenceFrom', 'inflowReason'],
  ],
  dwelling: [
    ['lon', 'lat'],
    ['building', 'unit', 'floor', 'room'],
  ],
}
