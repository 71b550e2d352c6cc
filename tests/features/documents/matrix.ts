import { join } from 'node:path'
import { expect } from 'vitest'
import { withSqlite } from '#tests/support/databases.ts'
import type { Api, TestApp } from '#tests/support/testApp.ts'
import { proposed } from './writing.ts'

/** A policy that covers the short agreement of the matrix, and the days of the short and the long one. */
export const policy = {
  nnwInsurer: 'PZU SA',
  nnwPolicy: 'NNW/930398/2026',
  nnwProvider: 'centre',
  nnwFrom: '2026-12-01',
  nnwTo: '2026-12-30',
} as const
export const short = { startsOn: '2026-12-01', endsOn: '2026-12-30' }
export const long = { startsOn: '2026-12-01', endsOn: '2026-12-31' }

/** What was frozen of a document: its template, who signs, and all its words. */
export function frozenIn(app: TestApp, documentId: number) {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => {
    const row = sqlite
      .prepare(
        'SELECT template, copies, data FROM documents JOIN document_contents ON document_id = id WHERE id = ?',
      )
      .get(documentId) as { template: string; copies: number; data: string }
    const data = JSON.parse(row.data) as { signatures: { role: string }[]; consent?: string[] | null }
    return { ...row, roles: data.signatures.map(({ role }) => role), consent: data.consent ?? null }
  })
}

/** The papers that go with every agreement. */
export const common = ['safetyInformation', 'privacyNotice']

/** The papers that go with an agreement, each issued as the form proposes it. */
export async function issuePapers(
  api: Api,
  {
    volunteerId,
    agreementId,
    signatoryId,
  }: { volunteerId: number; agreementId: number; signatoryId: number },
  kinds: readonly string[],
): Promise<void> {
  for (const kind of kinds) {
    const isOfAgreement = kind === 'guardianConsent' || kind === 'placement'
    const subject = isOfAgreement ? { agreementId } : { volunteerId }
    const input =
      kind === 'privacyNotice'
        ? { officer: 'iod@example.org' }
        : kind === 'safetyInformation'
          ? { trainer: 'Ewa Świerczyńska' }
          : kind === 'placement'
            ? { coordinator: 'Ewa Świerczyńska', coordinatorPhone: '71 782 23 00' }
            : {}
    const fields = await proposed(api, { kind, ...subject, signatoryId, input })
    const issued = await api.documents.issue(fields)
    expect(issued.id, kind).toBeGreaterThan(0)
  }
}
