import type { CommandEffects } from '@/shared/offline'

/** What a command does to what is seen until the server's copy shows it. */
export const effects: CommandEffects = {
  'person.move-in': (values, { dwelling, kind, from, inflowReason, household, relation }) => ({
    ...values,
    standing: 'PRESENT',
    dwelling,
    residence: kind,
    residenceFrom: from,
    inflowReason,
    ...(household === undefined ? {} : { household, relation }),
  }),
  'person.move-out': (values, { until, registrationStays }) =>
    registrationStays
      ? { ...values, residence: 'LIVING_ELSEWHERE', residenceFrom: until }
      : { ...values, standing: 'LEFT', standingSince: until, dwelling: undefined, household: undefined },
  'person.deceased': (values, { on }) => ({ ...values, standing: 'DECEASED', standingSince: on }),
  'person.registered-in-error': (values) => ({ ...values, standing: 'LEFT' }),
  'household.move': (values, { dwelling }) => ({ ...values, dwelling }),
  'household.change-head': (values, { head }) => ({ ...values, head }),
}
