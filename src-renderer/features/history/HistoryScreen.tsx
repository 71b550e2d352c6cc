import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changesOf, type HistoryRow } from '#shared/features/history/history.contract.ts'
import { historyRegister } from '#shared/features/history/history.register.ts'
import { wordsFor } from '#shared/kit/register/changes.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { actionText } from '../../ui/register/actionText.ts'
import { ChangeWords } from '../../ui/register/ChangeWords.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'

const route = getRouteApi('/history')

/** The pages of records, by register. */
const pages = {
  volunteers: '/volunteers/$id',
  agreements: '/agreements/$id',
  units: '/units/$id',
  staff: '/staff/$id',
  events: '/events/$id',
} as const

/** Everything that was done in the registers that somebody may read. */
export function HistoryScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <RegisterScreen
      register={historyRegister}
      api={api.history}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('history.title')}
      countText={(count) => t('history.count', { count })}
      empty={{ title: t('history.emptyList'), hint: t('history.emptyListHint') }}
      onOpen={(row) => {
        const { kind, recordId } = row as HistoryRow
        if (recordId !== null && kind in pages)
          void navigate({ to: pages[kind as keyof typeof pages], params: { id: recordId } })
      }}
      looks={{
        user: { width: 160, cell: (row) => row.user?.text ?? t('history.system') },
        kind: { width: 130, minWindow: 1500 },
        record: {
          width: 200,
          cell: (row) => <strong style={{ fontWeight: 500 }}>{row.record || '–'}</strong>,
        },
        action: { width: 245, cell: (row) => actionText(row.kind, row.action) },
        changes: {
          width: 225,
          cell: (row) => (
            <ChangeWords section={wordsFor(row.kind, row.action).section} changes={changesOf(row)} />
          ),
        },
      }}
    />
  )
}
