import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { MergeForm } from '../../ui/register/MergeForm.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

const route = getRouteApi('/volunteers/merge')

/** Two volunteers side by side, to be made one. */
export function MergeVolunteersScreen() {
  const { t } = useTranslation()
  const { first = 0, second = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  useShortcuts({ back: () => navigate({ to: '/volunteers/duplicates' }) })
  const { data, error } = useQuery(
    orpc.volunteers.merging.preview.queryOptions({
      input: { keptId: first, mergedId: second },
      gcTime: 0,
      retry: false,
    }),
  )
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <>
      <PageHeader title={t('duplicates.mergeTitle')} />
      <div style={{ marginTop: 16 }}>
        <MergeForm
          key={`${first}/${second}`}
          register="volunteers"
          preview={data}
          merge={api.volunteers.merging.merge}
          onSwap={() => navigate({ search: { first: second, second: first }, replace: true })}
          onMerged={() => navigate({ to: '/volunteers/$id', params: { id: first }, replace: true })}
        />
      </div>
    </>
  )
}
