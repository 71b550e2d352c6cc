import { useQueries, useQuery } from '@tanstack/react-query'
import { shownValue } from '#shared/kit/shown.ts'
import { orpc } from '../api/client.ts'
import { shownText } from '../i18n.ts'

/**
 * Says values of fields as people read them: the names behind the ids of units, staff, positions, signatories and projects, words
 * instead of codes, days as they are written.
 *
 * @param rows the rows that will be shown
 */
export function useFieldText(rows: Record<string, unknown>[]): (field: string, value: unknown) => string {
  const has = (field: string) => rows.some((row) => field in row)
  const units = useQuery(orpc.units.all.queryOptions({ enabled: has('unitId') || has('parentId') }))
  const signatories = useQuery(orpc.signatories.list.queryOptions({ enabled: has('signatoryId') }))
  const projects = useQuery(orpc.letterheads.projects.list.queryOptions({ enabled: has('projectId') }))
  const positions = useQuery(orpc.positions.list.queryOptions({ enabled: has('positionId') }))
  const headIds = [...new Set(rows.map(({ headId }) => headId).filter((id) => typeof id === 'number'))]
  const heads = useQueries({
    queries: headIds.map((id) => orpc.staff.find.queryOptions({ input: { search: '', id } })),
  }).flatMap(({ data }) => data ?? [])
  const nameOf = (field: string, value: unknown) => {
    if (field === 'unitId' || field === 'parentId') return units.data?.find(({ id }) => id === value)?.name
    if (field === 'signatoryId') return signatories.data?.find(({ id }) => id === value)?.fullName
    if (field === 'projectId') return projects.data?.find(({ id }) => id === value)?.name
    if (field === 'positionId') return positions.data?.find(({ id }) => id === value)?.name
    if (field === 'headId') return heads.find(({ id }) => id === value)?.name
    return undefined
  }
  return (field, value) => nameOf(field, value) ?? shownText(shownValue(field, value))
}
