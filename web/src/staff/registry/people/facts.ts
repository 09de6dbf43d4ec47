import type { Facts, Person } from './api'

/** The facts of a person shown in full, as a form holds them. */
export function factsOf(person: Person): Facts {
  return {
    name: person.name,
    formerName: person.formerName,
    pinyin: person.pinyinCorrected ? person.pinyin : undefined,
    sex: person.sex,
    birth: person.birth,
    maritalStatus: person.maritalStatus,
    education: person.education,
    occupation: person.occupation,
    employer: person.employer,
    nativePlace: person.nativePlace,
    registeredDivision: person.registeredDivision,
    registeredAddress: person.registeredAddress,
  }
}

/** A form's facts as they are sent: what was left empty is left out. */
export function filled(facts: Facts): Facts {
  const entries = Object.entries(facts).map(([key, value]) => [key, value === '' ? undefined : value])
  return Object.fromEntries(entries) as Facts
}

/** Birth date and sex as a citizen identity number says them. */
export function saidByNumber(number: string): { birth: string; sex: Facts['sex'] } | undefined {
  const said = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/i.exec(number.trim())
  if (!said) return undefined
  return { birth: `${said[1]}-${said[2]}-${said[3]}`, sex: Number(said[4]) % 2 === 1 ? 'MALE' : 'FEMALE' }
}
