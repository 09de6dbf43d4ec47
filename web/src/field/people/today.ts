const DISTRICT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Today in the district, as a date field takes it. */
export const today = (): string => DISTRICT.format(new Date())
