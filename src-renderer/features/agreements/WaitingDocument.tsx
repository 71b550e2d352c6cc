import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { DocumentPages } from '../../ui/DocumentPages.tsx'

interface WaitingDocumentProps {
  kind: 'annex'
  agreementId: number
  originId: number
  /** The record as it is: what it will be signed with. */
  of: { signatoryId: number | null; concludedOn: string; concludedIn: string; version: number }
}

/** The document of a record that is not concluded yet, as it would be issued, with the mark of a draft. */
export function WaitingDocument({ kind, agreementId, originId, of }: WaitingDocumentProps) {
  const subject = { kind, agreementId, originId, issuedOn: of.concludedOn }
  const proposed = useQuery(orpc.documents.propose.queryOptions({ input: subject, staleTime: 0 }))
  const { data } = useQuery(
    orpc.documents.preview.queryOptions({
      input: {
        ...subject,
        input: proposed.data?.input ?? {},
        signatoryId: of.signatoryId,
        place: of.concludedIn,
      },
      enabled: proposed.data !== undefined,
      staleTime: 0,
    }),
  )
  return data ? (
    <DocumentPages svg={data.svg} pages={data.pages} width={data.width} height={data.height} />
  ) : null
}
