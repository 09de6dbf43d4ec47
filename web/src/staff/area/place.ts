import {
  listDivisions,
  listUnits,
  outlinesOf,
  readDivision,
  startingPlace,
  type Division,
  type Unit,
} from './api'

/** All that the page of a division shows. */
export interface PlaceShown {
  division: Division
  around: Division[]
  inside: Division[]
  units: Unit[]
  outlines: Awaited<ReturnType<typeof outlinesOf>>
  /** The division directly inside this one that holds a place. */
  childOf: (code: string | undefined) => string | undefined
}

export async function showPlace(code: string | undefined, signal: AbortSignal): Promise<PlaceShown> {
  const wanted = code || (await startingPlace(signal))
  const { divisions: around } = await readDivision(wanted, signal)
  const division = around.at(-1)
  if (!division) throw new Error(`nothing at ${wanted}`)
  const [inside, units, outlines] = await Promise.all([
    listDivisions(division.code, signal),
    listUnits(division.code, signal),
    outlinesOf(division, signal),
  ])
  const childOf = (place: string | undefined) => inside.find((child) => place?.startsWith(child.code))?.code
  return { division, around, inside, units, outlines, childOf }
}
