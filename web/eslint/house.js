import path from 'node:path'

/** Rules of the house. Each message says what to do instead. */

const SPEAKING_ATTRIBUTES = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'content',
  'description',
])
const WORD = /\p{Letter}{2,}|\p{Script=Han}/u

const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: "Put '{{text}}' into messages.zh.ts and messages.en.ts and write {{ '{{' }} t('…') {{ '}}' }} instead.",
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices
    if (!services.defineTemplateBodyVisitor) return {}
    const report = (node, text) => {
      if (WORD.test(text))
        context.report({ loc: node.loc, messageId: 'text', data: { text: text.trim().slice(0, 30) } })
    }
    return services.defineTemplateBodyVisitor({
      VText: (node) => report(node, node.value),
      'VAttribute[directive=false]': (node) => {
        if (SPEAKING_ATTRIBUTES.has(node.key.name) && node.value) report(node, node.value.value)
      },
    })
  },
}

const noRawLink = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      link: 'Use <RouterLink :to="…"> for a link inside Linli; <a href> is for other hosts and for #anchors, files and api papers.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices
    if (!services.defineTemplateBodyVisitor) return {}
    return services.defineTemplateBodyVisitor({
      "VElement[name='a'] > VStartTag > VAttribute[directive=false][key.name='href']": (node) => {
        const target = node.value?.value ?? ''
        if (target.startsWith('/') && !target.startsWith('/api/'))
          context.report({ loc: node.loc, messageId: 'link' })
      },
    })
  },
}

/** Modules whose parts have an index.ts of their own. */
const IN_PARTS = ['counter', 'registry', 'grid', 'sync']

/** The folder that holds a module's index.ts: src/staff/<module>, or src/staff/<module>/<part> of those in parts. */
function moduleOf(file) {
  const match = /\/src\/(staff|hall|resident|field)\/(.+)$/.exec(file.split(path.sep).join('/'))
  if (!match) return undefined
  const parts = match[2].split('/')
  if (parts.length < 2) return undefined
  const depth = IN_PARTS.includes(parts[0]) && parts.length > 2 ? 2 : 1
  return `${match[1]}/${parts.slice(0, depth).join('/')}`
}

const ownFolder = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inside: "Import from '@/{{module}}' (its index.ts, the module's face), not from inside another module.",
      upward: '{{from}} may use src/shared only; move what both need to src/shared.',
    },
  },
  create(context) {
    const file = context.filename
    const own = moduleOf(file)
    const shared = /[\\/]src[\\/]shared[\\/]/.test(file)
    const src = /^(.*[\\/]src)[\\/]/.exec(file)?.[1]
    if (!src) return {}
    const look = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const target = source.startsWith('@/')
        ? path.join(src, source.slice(2))
        : source.startsWith('.')
          ? path.resolve(path.dirname(file), source)
          : undefined
      if (!target) return
      const other = moduleOf(path.join(target, 'x'))
      if (!other) return
      if (shared) {
        context.report({ node, messageId: 'upward', data: { from: 'src/shared' } })
        return
      }
      if (!own || other === own || own.startsWith(`${other}/`) || other.startsWith(`${own}/`)) return
      const inner =
        moduleOf(target) !== undefined && !/\/index(\.ts)?$/.test(target) && !target.endsWith(other)
      if (inner) context.report({ node, messageId: 'inside', data: { module: other } })
    }
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
    }
  },
}

const noFetch = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      fetch: "Use http from '@/shared/http': it carries the posting, the language and the CSRF token.",
    },
  },
  create(context) {
    if (/[\\/]shared[\\/]http[\\/]|[\\/]field[\\/]worker[\\/]|[\\/]e2e[\\/]/.test(context.filename)) return {}
    const report = (node) => context.report({ node, messageId: 'fetch' })
    return {
      "CallExpression[callee.name='fetch']": report,
      "CallExpression[callee.object.name='window'][callee.property.name='fetch']": report,
      "NewExpression[callee.name='XMLHttpRequest']": report,
    }
  },
}

export default {
  rules: {
    'no-literal-text': noLiteralText,
    'no-raw-link': noRawLink,
    'own-folder': ownFolder,
    'no-fetch': noFetch,
  },
}
