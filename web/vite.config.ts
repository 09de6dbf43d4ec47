import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import elementPlus from 'unplugin-element-plus/vite'
import { defineConfig, type Plugin } from 'vite'
import type { ViteUserConfig } from 'vitest/config'
import { fieldApp, vantIcons } from './vite/fieldApp.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.LINLI_SERVER ?? 'http://127.0.0.1:8090'
const testing = process.env.VITEST !== undefined

/** In development, sends a path to the page that the server would send it to (see WebPages.java). */
function pages(): Plugin {
  return {
    name: 'linli-pages',
    configureServer(vite) {
      vite.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/'
        if (/^\/hall(\/|$)/.test(path)) request.url = '/hall.html'
        else if (/^\/field(\/(?!worker\.js|manifest\.json|icon-)|$)/.test(path)) request.url = '/field.html'
        else if (/^\/(check|progress|guide)(\/|$)/.test(path)) request.url = '/resident.html'
        next()
      })
    },
  }
}

const test: ViteUserConfig['test'] = {
  environment: 'happy-dom',
  include: ['src/**/*.test.ts'],
  setupFiles: ['src/shared/testing/setup.ts'],
  css: false,
  testTimeout: 30_000,
}

export default defineConfig({
  plugins: [vue(), ...(testing ? [] : [elementPlus({}), vantIcons(), fieldApp(here('field.html'))]), pages()],
  resolve: { alias: { '@': here('./src') } },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    // The content security policy allows no inline script and no data: script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: {
        index: here('index.html'),
        hall: here('hall.html'),
        resident: here('resident.html'),
        field: here('field.html'),
        'field-worker': here('src/field/worker/worker.ts'),
      },
      output: {
        // A worker has to keep its name, and may only keep pages at and below its own folder.
        entryFileNames: (chunk) =>
          chunk.name === 'field-worker' ? 'field/worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.LINLI_WEB_PORT ?? 5173),
    // The field app takes the code lists from the server's own file.
    fs: { allow: [here('..')] },
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  ...{ test },
})
