import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    url: string
  }
}

const READY_WITHIN_MS = 120_000

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function ready(url: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS
  while (Date.now() < end) {
    const answered = await fetch(`${url}/actuator/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`${url} did not answer within two minutes`)
}

/** Journeys run against LINLI_URL; without one they start Linli with its demo in a folder that goes with them. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.LINLI_URL
  if (given) {
    project.provide('url', given)
    return undefined
  }
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'linli-e2e-'))
  const root = join(import.meta.dirname, '../..')
  const linli = spawn('./linli', ['run', '--data', data, '--port', String(port)], {
    cwd: root,
    env: { ...process.env, LINLI_WEARABLES_WATCHPORT: String(port + 3) },
    stdio: 'inherit',
  })
  const ended = new Promise<void>((resolve) => linli.once('exit', () => resolve()))
  project.provide('url', `http://127.0.0.1:${port}`)
  await ready(`http://127.0.0.1:${port}`)
  return async () => {
    linli.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}
