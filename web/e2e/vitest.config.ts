import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  // One journey runs the phones' engine itself, without a browser.
  resolve: { alias: { '@': join(import.meta.dirname, '../src') } },
  test: {
    include: ['*.e2e.ts'],
    globalSetup: ['./server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
