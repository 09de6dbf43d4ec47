import type { LineSeriesOption } from 'echarts/charts'
import type {
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { useFormats, useText } from '@/shared/i18n'
import type { Bounds, Limit } from '../../zones/api'
import type { Measured, Vitals, VitalKind } from '../api'
import { bandsOf, courseOf, type Band } from '../limits'

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | GridComponentOption
  | MarkAreaComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>

interface Shown {
  vitals: Vitals
  limits?: Limit
  from: number
  to: number
}

const DAY_MS = 86_400_000
/** What the scale shows at the least, so that a quiet course is not stretched into a wild one. */
const SCALE: Record<VitalKind, [number, number]> = {
  HEART_RATE: [40, 120],
  BLOOD_PRESSURE: [40, 180],
  OXYGEN: [85, 100],
  TEMPERATURE: [34, 39],
}
const STEP: Record<VitalKind, number> = { HEART_RATE: 20, BLOOD_PRESSURE: 20, OXYGEN: 5, TEMPERATURE: 1 }
const MOST: Partial<Record<VitalKind, number>> = { OXYGEN: 100 }

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Up to the edges of the scale, whatever they are. */
function area({ level, from, to }: Band) {
  const itemStyle = { color: token(level === 'RED' ? '--bad-wash' : '--soon-wash') }
  return [{ yAxis: from ?? -Infinity, itemStyle }, { yAxis: to ?? Infinity }] as [object, object]
}

/** Of two numbers the bands above the higher and below the lower one; between them lies the other's course. */
function outerBands({ kind, first, second }: Limit): Band[] {
  if (!second) return bandsOf(kind, first)
  const high = bandsOf(kind, { highYellow: first.highYellow, highRed: first.highRed })
  return [...high, ...bandsOf(kind, { lowRed: second.lowRed, lowYellow: second.lowYellow })]
}

/** The nearest limit on the side of the other number, its name beyond it, so that two of them stay apart. */
function mark(
  name: string,
  bounds: Bounds,
  side: 'low' | 'high',
  colour: string,
): LineSeriesOption['markLine'] {
  const { lowRed, lowYellow, highYellow, highRed } = bounds
  const limit = side === 'low' ? (lowYellow ?? lowRed) : (highYellow ?? highRed)
  return {
    silent: true,
    symbol: 'none',
    label: {
      position: side === 'low' ? 'insideStartBottom' : 'insideStartTop',
      color: colour,
      fontSize: 11,
      formatter: `${name} ${limit}`,
    },
    lineStyle: { color: colour, type: 'dashed', width: 1 },
    data: limit == null ? [] : [{ yAxis: limit }],
  }
}

function scaleOf({ vitals }: Shown): { min: number; max: number } {
  const [low, high] = SCALE[vitals.kind]
  const values = vitals.values.flatMap(({ value, second }) => [value, ...(second ? [second] : [])])
  const step = STEP[vitals.kind]
  const least = Math.min(low, ...values.map((value) => value.least))
  const most = Math.max(high, ...values.map((value) => value.most))
  return {
    min: Math.floor(least / step) * step,
    max: Math.min(MOST[vitals.kind] ?? Infinity, Math.ceil(most / step) * step),
  }
}

function line(data: ReturnType<typeof courseOf>, colour: string, more: LineSeriesOption): LineSeriesOption {
  return {
    type: 'line',
    data,
    showSymbol: data.length < 150,
    symbolSize: 5,
    connectNulls: false,
    lineStyle: { color: colour, width: 1.5 },
    itemStyle: { color: colour },
    animation: false,
    ...more,
  }
}

/** The least and the most of each while, as a band around the mean. */
function spread(vitals: Vitals, of: 'value' | 'second', colour: string): LineSeriesOption[] {
  if (vitals.seconds === 0) return []
  const bare: LineSeriesOption = {
    stack: of,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    silent: true,
    tooltip: { show: false },
  }
  const least = courseOf(vitals, (measured) => measured[of]?.least)
  const range = courseOf(vitals, (measured) => {
    const value = measured[of]
    return value ? value.most - value.least : undefined
  })
  return [
    line(least, colour, bare),
    line(range, colour, { ...bare, areaStyle: { color: colour, opacity: 0.18 } }),
  ]
}

/** The chart of a vital as ECharts wants to be told it. */
export function optionOf(
  shown: Shown,
  { time, day, dateTime }: ReturnType<typeof useFormats>,
  t: ReturnType<typeof useText>['t'],
): ChartOption {
  const { vitals, limits, from, to } = shown
  const brand = token('--brand')
  const other = token('--ink-soft')
  const soft = token('--ink-soft')
  const twice = vitals.values.some(({ second }) => second)
  const font = { color: soft, fontFamily: token('--font'), fontSize: 12 }
  const systolic = twice
    ? t('wearables.devices.vitals.systolic')
    : t(`wearables.devices.vitals.kind.${vitals.kind}`)
  const diastolic = t('wearables.devices.vitals.diastolic')
  const mean = (of: 'value' | 'second') => courseOf(vitals, (measured: Measured) => measured[of]?.mean)
  return {
    grid: { left: 40, right: 12, top: 12, bottom: 24 },
    textStyle: font,
    tooltip: {
      trigger: 'axis',
      // The content security policy allows no style in markup, of which the other way makes use.
      renderMode: 'richText',
      formatter: (items) => {
        const said = (Array.isArray(items) ? items : [items]).flatMap(
          ({ value, seriesName, seriesIndex }) => {
            const [at, measured] = value as [number, number | null]
            return measured === null || !seriesName || seriesIndex === undefined
              ? []
              : [{ at, text: twice ? `${seriesName} ${measured}` : String(measured) }]
          },
        )
        return said[0] ? [dateTime(said[0].at), ...said.map(({ text }) => text)].join('\n') : ''
      },
    },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      axisLabel: {
        ...font,
        hideOverlap: true,
        formatter: (at: number) => (to - from <= DAY_MS ? time(at) : day(at)),
      },
      axisLine: { lineStyle: { color: token('--line-strong') } },
    },
    yAxis: {
      type: 'value',
      ...scaleOf(shown),
      axisLabel: font,
      splitLine: { lineStyle: { color: token('--ground-deep') } },
    },
    series: [
      line(mean('value'), brand, {
        name: systolic,
        ...(limits?.second && { markLine: mark(systolic, limits.first, 'low', brand) }),
        ...(limits && {
          markArea: { silent: true, data: outerBands(limits).map(area) },
        }),
      }),
      ...spread(vitals, 'value', brand),
      ...(twice
        ? [
            line(mean('second'), other, {
              name: diastolic,
              ...(limits?.second && { markLine: mark(diastolic, limits.second, 'high', other) }),
            }),
            ...spread(vitals, 'second', other),
          ]
        : []),
    ],
  }
}
