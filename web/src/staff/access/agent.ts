/** Which program and which system a browser says it is; empty where it does not say what people know. */
export interface Agent {
  program: string
  system: string
}

const PROGRAMS: readonly [RegExp, string][] = [
  [/\bEdg\/(\d+)/, 'Edge'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\b(?:Headless)?Chrome\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+).* Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A browser's own description of itself in the words people use: Chrome 140 and Windows. */
export function agentOf(description: string): Agent {
  const program = PROGRAMS.find(([pattern]) => pattern.test(description))
  const version = program && program[0].exec(description)?.[1]
  return {
    program: program ? `${program[1]} ${version}` : '',
    system: SYSTEMS.find(([pattern]) => pattern.test(description))?.[1] ?? '',
  }
}
