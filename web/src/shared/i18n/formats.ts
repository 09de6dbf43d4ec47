import { computed } from 'vue'
import { useLanguage, useText, type Language } from './i18n'

/** The district's time, whatever the clock of the machine says. */
const ZONE = 'Asia/Shanghai'
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Moment = string | number | Date

function formats(language: Language) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAGS[language], { timeZone: ZONE, hourCycle: 'h23', ...options })
  return {
    date: make({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    day: make({ month: 'short', day: 'numeric', weekday: 'short' }),
    month: make({ month: 'long' }),
    time: make({ hour: '2-digit', minute: '2-digit' }),
    dateTime: make({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }),
    number: new Intl.NumberFormat(TAGS[language]),
  }
}

const BY_LANGUAGE: Record<Language, ReturnType<typeof formats>> = { zh: formats('zh'), en: formats('en') }

/** Minutes and seconds as on a stop-watch: 03:07, 75:00. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** Dates, times and durations in words, in the user's language and the district's time. */
export function useFormats() {
  const language = useLanguage()
  const { t } = useText()
  const chosen = computed(() => BY_LANGUAGE[language.value])

  function duration(milliseconds: number): string {
    const length = Math.abs(milliseconds)
    if (length < MINUTE) return t('house.duration.underMinute')
    if (length < HOUR) return t('house.duration.minutes', { n: Math.floor(length / MINUTE) })
    if (length < DAY) {
      const minutes = Math.floor((length % HOUR) / MINUTE)
      const hours = t('house.duration.hours', { n: Math.floor(length / HOUR) })
      return minutes === 0
        ? hours
        : t('house.duration.two', [hours, t('house.duration.minutes', { n: minutes })])
    }
    const hours = Math.floor((length % DAY) / HOUR)
    const days = t('house.duration.days', Math.floor(length / DAY))
    return hours === 0 ? days : t('house.duration.two', [days, t('house.duration.hours', { n: hours })])
  }

  return {
    date: (at: Moment) => chosen.value.date.format(new Date(at)),
    day: (at: Moment) => chosen.value.day.format(new Date(at)),
    month: (at: Moment) => chosen.value.month.format(new Date(at)),
    time: (at: Moment) => chosen.value.time.format(new Date(at)),
    dateTime: (at: Moment) => chosen.value.dateTime.format(new Date(at)),
    number: (value: number) => chosen.value.number.format(value),
    /** "in 3 h" or "2 days ago". */
    fromNow: (at: Moment, now: Moment = Date.now()) => {
      const away = new Date(at).getTime() - new Date(now).getTime()
      return t(away >= 0 ? 'house.duration.in' : 'house.duration.ago', [duration(away)])
    },
    workingDays: (days: number) => t('house.duration.workingDays', days),
    naturalDays: (days: number) => t('house.duration.days', days),
    duration,
    stopwatch,
  }
}
