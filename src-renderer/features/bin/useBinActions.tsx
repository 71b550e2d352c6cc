import { List } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BinOutcome, BinRow } from '#shared/features/bin/bin.contract.ts'
import type { binRegister } from '#shared/features/bin/bin.register.ts'
import { api, orpc } from '../../api/client.ts'
import { showFailure } from '../../api/queries.ts'
import { textOf } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { offerStep } from '../../ui/offerStep.tsx'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'

type Chosen = ChosenRows<typeof binRegister>

/** What can be done with what lies in the bin, and what is said of it afterwards. */
export function useBinActions() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()

  function tell(done: string, { kept, keptRecords }: BinOutcome, count: number) {
    if (count > 0) notifications.show({ message: done })
    if (kept === 0) return
    notifications.show({
      color: 'orange',
      autoClose: false,
      title: t('bin.keptTitle', { count: kept }),
      message: (
        <List size="sm">
          {keptRecords.map(({ title, reason }) => (
            <List.Item key={title}>
              {title}: {textOf({ key: reason })}
            </List.Item>
          ))}
          {kept > keptRecords.length && (
            <List.Item>{t('bin.heldMore', { count: kept - keptRecords.length })}</List.Item>
          )}
        </List>
      ),
    })
  }
  const asked = ({ request, selection, count }: Chosen) => ({
    search: request.search,
    filters: request.filters,
    selection,
    expected: count,
  })
  const tellEmptied = (outcome: BinOutcome) =>
    tell(t('bin.emptied', { count: outcome.done }), outcome, outcome.done)

  const restore = useMutation({
    mutationFn: ({ id }: BinRow) => api.bin.restore({ id }),
    onSuccess: ({ kind, recordId }, { title }) => {
      offerStep(
        t('bin.restored', { title }),
        t('bin.open'),
        () => void navigate({ to: `/${kind}/${recordId}` as '/bin' }),
      )
    },
  })
  const restoreMany = useMutation({
    mutationFn: (chosen: Chosen) => api.bin.restoreMany(asked(chosen)),
    onSuccess: (outcome, chosen) => {
      chosen.clear()
      tell(t('bin.restoredMany', { count: outcome.done }), outcome, outcome.done)
    },
  })
  const empty = useMutation({ mutationFn: () => api.bin.empty() })
  const emptySelected = useMutation({
    mutationFn: (chosen: Chosen) => api.bin.emptySelected(asked(chosen)),
    onSuccess: (outcome, chosen) => {
      chosen.clear()
      tellEmptied(outcome)
    },
  })
  const emptyOne = useMutation({
    mutationFn: ({ id }: BinRow) =>
      api.bin.emptySelected({ selection: { ids: [id] }, expected: 1, search: '', filters: {} }),
    onSuccess: tellEmptied,
  })

  const sure = (text: string) =>
    confirm({
      title: t('bin.emptyTitle'),
      text: `${text} ${t('bin.emptyBackups')}`,
      action: t('bin.emptySelected'),
      isDanger: true,
    })

  return {
    isBusy: [restore, restoreMany, empty, emptySelected, emptyOne].some(({ isPending }) => isPending),
    restore: restore.mutate,
    restoreMany: restoreMany.mutate,
    /** Asks what would go, and removes it for good. */
    askEmpty: async () => {
      const due = client.fetchQuery(orpc.bin.due.queryOptions({ staleTime: 0 }))
      const found = await due.catch(showFailure)
      if (!found) return
      const { records, parts } = found
      if (records + parts === 0) {
        notifications.show({ message: t('bin.emptyNothing') })
        return
      }
      const what = [
        ...(records > 0 ? [t('bin.emptyRecords', { count: records })] : []),
        ...(parts > 0 ? [t('bin.emptyParts', { count: parts })] : []),
      ].join(', ')
      if (await sure(t('bin.emptyText', { what }))) empty.mutate()
    },
    askEmptySelected: async (chosen: Chosen) => {
      if (await sure(t('bin.emptySelectedText', { count: chosen.count }))) emptySelected.mutate(chosen)
    },
    askEmptyOne: async (row: BinRow) => {
      if (await sure(t('bin.emptySelectedText', { count: 1 }))) emptyOne.mutate(row)
    },
  }
}
