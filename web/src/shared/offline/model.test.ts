import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contents } from './contents'
import { LabPhone, seeded, TestClock, type Fate } from './testing/laboratory'
import { Office } from './testing/office'
import { unsound } from './testing/sound'

const SCOPES = ['grid:150203001015001', 'grid:150203001015002', 'grid:150203001015003']
const ACCOUNTS = ['wang', 'li', 'wang']
const FIELDS = ['name', 'sex', 'phone', 'education']
const ENTITIES = 8
const ROUNDS = 14
const HOUR = 3_600_000

const seed = Number(process.env.LINLI_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.LINLI_RUNS ?? 60)

type Act =
  | { do: 'patch'; phone: number; entity: number; field: number }
  | { do: 'close'; phone: number; entity: number; field: number }
  | { do: 'create'; phone: number; scope: number; twin: boolean }
  | { do: 'poison'; phone: number; scope: number; twin: boolean }
  | { do: 'sync'; phone: number; luck: number; kill: number }
  | { do: 'edit' | 'move' | 'remove' | 'share'; entity: number; scope: number; field: number }
  | { do: 'assign'; phone: number; scope: number }
  | { do: 'unassign'; phone: number; scope: number }
  | { do: 'backup' | 'restore' | 'decide' }
  | { do: 'forget'; scope: number }
  | { do: 'pass'; hours: number }

const phone = fc.nat(ACCOUNTS.length - 1)
const scope = fc.nat(SCOPES.length - 1)
const entity = fc.nat(ENTITIES - 1)
const field = fc.nat(FIELDS.length - 1)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('patch', 'close'), phone, entity, field }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('create', 'poison'), phone, scope, twin: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('sync' as const), phone, luck: fc.nat(1e6), kill: fc.nat(60) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('edit', 'edit', 'move', 'remove', 'share'),
      entity,
      scope,
      field,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('assign', 'unassign'), phone, scope }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('backup', 'restore', 'decide') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), scope }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.nat(60) }) },
)

/** Acts that begin together; a scheduler decides who goes first at every step. */
const program = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 14 })

interface Known {
  id: string
  phone: LabPhone
  scope: string
}

class World {
  readonly clock = new TestClock()
  readonly office = new Office(() => this.clock.now())
  readonly phones: LabPhone[]
  /** Changes whose making was confirmed to the worker. */
  readonly made: Known[] = []
  #backup = this.office.backup()
  #count = 0
  restored = false

  constructor(step: (label: string) => Promise<void>) {
    this.office.room = 3
    this.phones = ACCOUNTS.map((account, at) => {
      const lab = new LabPhone({ account, office: this.office, clock: this.clock, seed: at + 1 })
      lab.pause = step
      return lab
    })
    for (let n = 0; n < ENTITIES; n++) this.#place(n, n % SCOPES.length)
    this.office.assign('wang', SCOPES[0] ?? '')
    this.office.assign('wang', SCOPES[1] ?? '')
    this.office.assign('li', SCOPES[1] ?? '')
    this.office.assign('li', SCOPES[2] ?? '')
  }

  #place(n: number, scope: number): void {
    const data = { name: `名${n}`, sex: '1', phone: '0', education: '0', secret: `secret-e${n}` }
    this.office.write({ type: 'person', id: `e${n}`, data, scopes: [SCOPES[scope] ?? ''] })
  }

  async act(one: Act): Promise<void> {
    const { office } = this
    const value = `v${++this.#count}`
    switch (one.do) {
      case 'patch':
      case 'close':
      case 'create':
      case 'poison':
      case 'sync':
        return this.#atPhone(one, value)
      case 'edit': {
        const row = office.find('person', `e${one.entity}`)
        if (row) office.write({ ...row, data: { ...row.data, [FIELDS[one.field] ?? '']: value } })
        return
      }
      case 'move': {
        const row = office.find('person', `e${one.entity}`)
        if (row) office.write({ ...row, scopes: [SCOPES[one.scope] ?? ''] })
        return
      }
      case 'share': {
        const row = office.find('person', `e${one.entity}`)
        if (row) office.write({ ...row, scopes: [...new Set([...row.scopes, SCOPES[one.scope] ?? ''])] })
        return
      }
      case 'remove':
        return office.remove('person', `e${one.entity}`)
      case 'assign':
        return office.assign(ACCOUNTS[one.phone] ?? '', SCOPES[one.scope] ?? '')
      case 'unassign':
        return office.unassign(ACCOUNTS[one.phone] ?? '', SCOPES[one.scope] ?? '')
      case 'backup':
        this.#backup = office.backup()
        return
      case 'restore':
        this.restored = true
        return office.restore(this.#backup)
      case 'decide':
        for (const row of [...office.books.rows.values()]) if (row.type === 'conflict') office.decide(row.id)
        return
      case 'forget':
        return office.forgetTombstones(SCOPES[one.scope] ?? '')
      case 'pass':
        return this.clock.set(this.clock.now() + one.hours * HOUR)
    }
  }

  async #atPhone(one: Extract<Act, { phone: number }>, value: string): Promise<void> {
    const lab = this.phones[one.phone]
    const work = lab?.phone.work
    if (!lab || !work || lab.dead) return
    if (one.do === 'sync') return this.#sync(lab, one.luck, one.kill)
    if (one.do === 'assign' || one.do === 'unassign') return
    const making =
      one.do === 'patch'
        ? work.patch('person', `e${one.entity}`, { [FIELDS[one.field] ?? '']: value })
        : one.do === 'close'
          ? work.command('person', `e${one.entity}`, 'close')
          : work.create(
              'person',
              { name: value, secret: `secret-${value}`, ...(one.twin && { number: 'twin' }) },
              { scope: SCOPES[one.scope] },
            )
    // What a killed page was about to say, nobody was told.
    const outcome = await Promise.race([making, lab.killed])
    if (!outcome?.done) return
    const { mutation } = outcome.value
    const entry = work.outbox().find((entry) => entry.mutation === mutation)
    this.made.push({ id: mutation, phone: lab, scope: entry?.scope ?? '' })
    if (one.do === 'poison') this.office.unreadable.add(mutation)
  }

  async #sync(lab: LabPhone, luck: number, kill: number): Promise<void> {
    const chance = seeded(luck)
    const fates: Fate[] = ['whole', 'whole', 'whole', 'never-sent', 'answer-lost', 'sent-twice']
    lab.fate = () => fates[Math.floor(chance.next() * fates.length)] ?? 'whole'
    // Two rounds of three are not killed.
    if (kill < 20) lab.killIn = kill + 1
    await Promise.race([lab.work.syncNow(), lab.killed])
    lab.killIn = undefined
  }

  async reopen(): Promise<void> {
    for (const lab of this.phones) {
      lab.fate = () => 'whole'
      // Not unlocked: the lease may be over by now.
      if (lab.dead) await lab.enroll()
    }
  }

  /** With the line up and nobody interfering, everything drains within some rounds. */
  async drain(): Promise<void> {
    for (const lab of this.phones) {
      lab.fate = () => 'whole'
      if (!lab.phone.work) await lab.enroll()
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const lab of this.phones) await lab.work.syncNow()
    }
  }
}

/** At any time, also after a kill: the phone has what it says it has read, and every change it confirmed. */
function checkSound(world: World, lab: LabPhone, contents: Contents): void {
  expect(unsound(world.office, contents)).toEqual([])
  for (const known of world.made) if (known.phone === lab) expect(contents.entries.has(known.id)).toBe(true)
}

async function checkDrained(world: World): Promise<void> {
  const { office } = world
  for (const lab of world.phones) {
    const { records, entries, state } = await lab.contents()
    const held = office.held(lab.account)
    expect(Object.keys(state.scopes).sort()).toEqual([...held.keys()].sort())
    expect(lab.work.outbox()).toEqual([])
    // Convergence: the phone's copy of a scope is the server's.
    for (const scope of held.keys()) {
      const theirs = [...(office.books.log.get(scope)?.values() ?? [])].filter((one) => one.op === 'P')
      const ours = [...records.values()].filter((record) => record.scopes[scope])
      expect(ours.map((record) => record.id).sort()).toEqual(theirs.map((one) => one.id).sort())
      for (const record of ours) expect(record.data).toEqual(office.find(record.type, record.id)?.data)
    }
    // Nothing outside the held scopes is left, in any form.
    for (const record of records.values()) {
      for (const scope of Object.keys(record.scopes)) expect([...held.keys()]).toContain(scope)
    }
    for (const entry of entries.values()) {
      if (held.has(entry.mutation.scope)) continue
      expect(entry.mutation).not.toHaveProperty('values')
      expect(entry.mutation).not.toHaveProperty('patch')
    }
  }
  await checkNothingLost(world)
}

/** Every change the worker was told is kept has its effect, its conflict, or a reason that is shown. */
async function checkNothingLost(world: World): Promise<void> {
  const { books, withoutEffect } = world.office
  for (const { id, phone } of world.made) {
    const entry = (await phone.contents()).entries.get(id)
    const answer = entry?.result?.outcome
    expect(answer, `${id} has no answer`).toBeDefined()
    if (entry?.result?.code === 'sync.malformed') continue
    const stored = books.mutations.get(id)
    // What was erased with its grid cannot be offered again to a restored server.
    if (!stored && world.restored && entry?.erased) continue
    expect(stored, `${id} ${answer} is unknown to the server`).toBeDefined()
    if (answer !== 'applied' && answer !== 'merged') continue
    const row = books.rows.get(`${entry?.mutation.type}/${entry?.mutation.entity}`)
    if (!row) continue
    const times = row.history.filter((one) => one === id).length
    expect(times, `${id} ${answer}`).toBe(withoutEffect.has(id) && times === 0 ? 0 : 1)
  }
}

test(
  'phones and server converge and lose nothing, whatever happens in between',
  { timeout: 120_000 },
  async () => {
    process.stdout.write(`offline model: LINLI_SEED=${seed} LINLI_RUNS=${numRuns}\n`)
    const property = fc.asyncProperty(fc.scheduler(), program, async (scheduler, bursts) => {
      let together = false
      const world = new World((label) =>
        together ? scheduler.schedule(Promise.resolve(), label) : Promise.resolve(),
      )
      for (const lab of world.phones) await (await lab.enroll()).syncNow()
      for (const burst of bursts) {
        together = true
        await scheduler.waitFor(Promise.all(burst.map((one) => world.act(one))))
        together = false
        await world.reopen()
        for (const lab of world.phones) checkSound(world, lab, await lab.contents())
      }
      await world.drain()
      await checkDrained(world)
      for (const lab of world.phones) lab.phone.close()
    })
    await fc.assert(property, { seed, numRuns, timeout: 20_000 })
  },
)
