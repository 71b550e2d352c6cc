import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { orpc } from '../../api/client.ts'
import { DocumentBeside } from '../../ui/DocumentBeside.tsx'
import { DocumentPages } from '../../ui/DocumentPages.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Obstacles } from './Obstacles.tsx'

/** The document of a saved draft, and what still stands in the way of concluding it. */
export function DraftDocument({ draft }: { draft: Agreement }) {
  const { data, error } = useQuery(orpc.agreements.preview.queryOptions({ input: draft }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <DocumentBeside aside={<Obstacles obstacles={data.obstacles} />}>
      <DocumentPages svg={data.svg} pages={data.pages} width={data.width} height={data.height} />
    </DocumentBeside>
  )
}
