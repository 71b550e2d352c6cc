import type { Api } from '#tests/support/testApp.ts'

/** Confirms the hours of a month as they are, of all agreements on its first page or of these. */
export async function confirmMonth(api: Api, month: string, agreementIds?: number[]): Promise<void> {
  const { lines } = await api.hours.month({ month })
  const seen = lines
    .filter(({ agreementId }) => agreementIds?.includes(agreementId) ?? true)
    .map(({ agreementId, openMinutes }) => ({ agreementId, minutes: openMinutes }))
  await api.hours.confirm({ month, lines: seen })
}
