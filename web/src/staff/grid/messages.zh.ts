export default {
  cell: '{n}网格',
  cellOf: '{0} · {1}',
  area: { label: '所在区域', inside: '进入下级…' },
  level: { GENERAL: '一般', LARGER: '较大', MAJOR: '重大', EXTREME: '特别重大' },
}
