/**
 * What a page says that nobody should have to read: message keys, codes of the program, identifiers, days as machines
 * write them, Chinese on an English page. Runs in the browser, so it uses nothing from outside itself.
 * What stands in `code`, in a text area or in what is marked as Chinese or as somebody's own words is shown on purpose as it
 * was written; so are the names of people, given or masked, and the numbers of papers.
 */
export function unreadable(people: readonly string[]): string[] {
  const MODULES =
    'access|account|area|casework|counter|field|files|grid|house|notify|privacy|registry|shell|sync|hall|check|guide|progress|rights|wearables|eldercare'
  const PATTERNS: [string, RegExp][] = [
    ['message key', new RegExp(`\\b(${MODULES})(\\.[a-zA-Z][\\w-]*){1,}`)],
    ['no value', /\bundefined\b|\[object |\bNaN\b|\bnull\b/],
    ['identifier', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i],
    ['constant', /\b[A-Z]{2,}_[A-Z_]+\b/],
    ['machine day', /\b\d{4}-\d{2}-\d{2}\b/],
  ]
  const NAMES = /\p{Script=Han}{1,4}\*+\p{Script=Han}?|\p{Script=Han}+〔\d{4}〕第\d+号/gu
  const withoutNames = (text: string) =>
    people.reduce((left, name) => left.replaceAll(name, ''), text.replace(NAMES, ''))
  // What the base holds (compounds, addresses, organisations, reasons of changes) has a Chinese name in any language.
  const held = location.pathname.startsWith('/registry/')
    ? 'td, dd, li, option, h1, h2, p, a, span, strong, caption, text, .dwelling-map'
    : undefined
  const english = document.documentElement.lang === 'en'
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const element = node.parentElement
    if (
      !text ||
      !element?.checkVisibility() ||
      element.closest('code, pre, textarea, [id$="-hint"], [lang|="zh"], [lang=""]')
    )
      continue
    for (const [kind, pattern] of PATTERNS)
      if (pattern.test(text)) found.push(`${kind} "${text.slice(0, 80)}"`)
    const place = element.closest('main, .side-menu, header')
    if (
      english &&
      place &&
      !element.closest('.language-switch') &&
      !(held && element.closest(held)) &&
      /\p{Script=Han}/u.test(withoutNames(text))
    )
      found.push(`Chinese "${text.slice(0, 80)}"`)
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    found.push('wider than the screen')
  return [...new Set(found)]
}
