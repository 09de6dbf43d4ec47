import { expect, test } from 'vitest'
import { fromBase64, toBase64, toHex, webCipher, type Bytes } from './cipher'
import { digestOf, marks } from './digest'
import { uuid7 } from './ids'

const bytes = (text: string): Bytes => new TextEncoder().encode(text)
const hex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

const quick = webCipher({ rounds: 1000 })

test('wraps as RFC 3394 and derives as PBKDF2-SHA-256 do', async () => {
  // RFC 3394, 4.6: 256 bits of key data with a 256-bit key.
  const subtle = crypto.subtle
  const kek = await subtle.importKey(
    'raw',
    hex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'),
    'AES-KW',
    false,
    ['wrapKey'],
  )
  const data = hex('00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f')
  const key = await subtle.importKey('raw', data, 'AES-GCM', true, ['encrypt'])
  expect(toHex(new Uint8Array(await subtle.wrapKey('raw', key, kek, 'AES-KW')))).toBe(
    '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21',
  )
})

test('a wrap made elsewhere with the known parameters opens with the password and nothing else', async () => {
  // PBKDF2-HMAC-SHA-256("passwd", "salt", 1): 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc (RFC 7914, 11).
  const kek = hex('55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc')
  const wrapping = await crypto.subtle.importKey('raw', kek, 'AES-KW', false, ['wrapKey'])
  const raw = hex('00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f')
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt'])
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', key, wrapping, 'AES-KW'))
  const wrap = { salt: bytes('salt'), rounds: 1, wrapped }
  const opened = await quick.unwrap(wrap, 'passwd')
  expect(opened).toBeDefined()
  expect(await quick.unwrap(wrap, 'Passwd')).toBeUndefined()
  expect(await quick.unwrap({ ...wrap, rounds: 2 }, 'passwd')).toBeUndefined()
  // AES-256-GCM under that key, sealed with node's own implementation.
  const { createCipheriv } = await import('node:crypto')
  const iv = hex('cafebabefacedbaddecaf888')
  const gcm = createCipheriv('aes-256-gcm', raw, iv)
  gcm.setAAD(bytes('id|person|7'))
  const ct = new Uint8Array([...gcm.update('内容'), ...gcm.final(), ...gcm.getAuthTag()])
  const plain = opened && (await quick.open(opened, { iv, ct }, 'id|person|7'))
  expect(plain && new TextDecoder().decode(plain)).toBe('内容')
})

test('takes 600,000 rounds unless told otherwise, and an open key cannot be read', async () => {
  const { wrap, key } = await webCipher().create('secret', undefined)
  expect(wrap.rounds).toBe(600_000)
  expect(wrap.salt).toHaveLength(16)
  const inner = (key as unknown as { crypto: CryptoKey }).crypto
  expect(inner.extractable).toBe(false)
  expect(inner.algorithm).toMatchObject({ name: 'AES-GCM', length: 256 })
  const again = await webCipher().unwrap(wrap, 'secret')
  expect((again as unknown as { crypto: CryptoKey }).crypto.extractable).toBe(false)
})

test('what is sealed opens only under its own name, whole, and by its own key', async () => {
  const one = await quick.create('a', undefined)
  const other = await quick.create('a', undefined)
  const sealed = await quick.seal(one.key, bytes('身份'), 'p1|person|3')
  expect(await quick.open(one.key, sealed, 'p1|person|3')).toEqual(bytes('身份'))
  expect(await quick.open(one.key, sealed, 'p1|person|4')).toBeUndefined()
  expect(await quick.open(one.key, sealed, 'p2|person|3')).toBeUndefined()
  expect(await quick.open(other.key, sealed, 'p1|person|3')).toBeUndefined()
  for (const at of [0, sealed.ct.length - 1]) {
    const bent = { ...sealed, ct: sealed.ct.slice() }
    bent.ct[at] = (bent.ct[at] ?? 0) ^ 1
    expect(await quick.open(one.key, bent, 'p1|person|3')).toBeUndefined()
  }
  const twice = await quick.seal(one.key, bytes('身份'), 'p1|person|3')
  expect(toHex(twice.iv)).not.toBe(toHex(sealed.iv))
})

test('the district opens the second wrap, and its key works under a new password', async () => {
  const scheme = {
    name: 'RSA-OAEP',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  const district = await crypto.subtle.generateKey(scheme, true, ['encrypt', 'decrypt'])
  const spki = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', district.publicKey)))
  const made = await quick.create('forgotten', spki)
  const sealed = await quick.seal(made.key, bytes('未发送'), 'item|m/1')
  const raw = await crypto.subtle.decrypt('RSA-OAEP', district.privateKey, fromBase64(made.recovery ?? ''))
  const back = await quick.restore(toBase64(new Uint8Array(raw)), 'new')
  expect(await quick.open(back.key, sealed, 'item|m/1')).toEqual(bytes('未发送'))
  const unlocked = await quick.unwrap(back.wrap, 'new')
  expect(unlocked && (await quick.open(unlocked, sealed, 'item|m/1'))).toEqual(bytes('未发送'))
})

test('the same password typed in another form of Unicode opens', async () => {
  const { wrap } = await quick.create('caf\u00e9', undefined)
  expect(await quick.unwrap(wrap, 'cafe\u0301')).toBeDefined()
})

test('digests are the first 52 bits of SHA-256(id|v), added by XOR', async () => {
  const mark = marks(quick.sha256)
  // sha256("a|1") = 12ed3bc3…; the first 13 hexadecimal digits are 52 bits.
  const { createHash } = await import('node:crypto')
  const first = (name: string) =>
    BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 13)}`) as bigint
  expect(await mark('a', 1)).toBe(first('a|1'))
  expect(
    await digestOf(
      [
        ['a', 1],
        ['b', 22],
      ],
      mark,
    ),
  ).toEqual({ count: 2, xor: (first('a|1') ^ first('b|22')).toString() })
  expect(await digestOf([], mark)).toEqual({ count: 0, xor: '0' })
})

test('ids are UUIDs of version 7 that begin with the time', () => {
  const chance = { next: () => 0.5, bytes: (length: number) => new Uint8Array(length).fill(0xff) }
  // RFC 9562, appendix A.6: 2022-02-22T19:22:22Z is 017F22E279B0.
  expect(uuid7(0x017f22e279b0, chance)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff')
})
