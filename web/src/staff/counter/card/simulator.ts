/** The cards of a simulated reader, laid from the console in a demo. */
export interface SimulatedCard {
  card: number
  label: string
}

// The simulator is another host than Linli's, so neither posting nor token may go there.
// eslint-disable-next-line house/no-fetch
const ask = (url: string, init: RequestInit): Promise<Response> => window.fetch(url, init)

/** None when the reader is a real one, or none is there. */
export async function simulatedCards(address: string, signal: AbortSignal): Promise<SimulatedCard[]> {
  try {
    const reply = await ask(`${address}/simulator/cards`, { signal })
    return reply.ok ? ((await reply.json()) as SimulatedCard[]) : []
  } catch {
    return []
  }
}

export async function layCard(address: string, card: number): Promise<void> {
  await ask(`${address}/simulator/lay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ card }),
  })
}
