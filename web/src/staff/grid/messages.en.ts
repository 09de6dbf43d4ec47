export default {
  cell: 'Grid cell {n}',
  cellOf: '{0} · {1}',
  area: { label: 'Area', inside: 'Go inside…' },
  level: { GENERAL: 'General', LARGER: 'Larger', MAJOR: 'Major', EXTREME: 'Extreme' },
}
