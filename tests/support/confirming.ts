import type { Api } from './testApp.ts'

/** Confirms what stands open in a month, of some agreements or of all, as somebody who looks at the grid does. */
export async function confirmMonth(api: Api, month: string, agreementIds?: readonly number[]): Promise<void> {
  const { lines } = await api.hours.month({ month })
  const seen = lines
    .filter(({ agreementId }) => agreementIds?.includes(agreementId) ?? true)
    .map(({ agreementId, openMinutes }) => ({ agreementId, minutes: openMinutes }))
  await api.hours.confirm({ month, lines: seen })
}
