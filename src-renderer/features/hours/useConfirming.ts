import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import type { Month } from '#shared/kit/months.ts'
import { api, orpc } from '../../api/client.ts'
import { queryClient, showFailure } from '../../api/queries.ts'
import { offerUndo } from '../../ui/offerStep.tsx'
import type { MonthCells } from './useMonthCells.ts'

/** Confirming the hours of lines of a month, as they are shown, and taking that back. */
export function useConfirming(month: Month, cells: MonthCells) {
  const { t } = useTranslation()

  /** The lines with what of them is open, as somebody sees it. What was typed a moment ago belongs to it and is saved first. */
  async function asSeen(lines: readonly MonthLine[]) {
    const isTyped = ({ agreementId }: MonthLine) => Object.keys(cells.typed[agreementId] ?? {}).length > 0
    const typed = lines.filter(isTyped)
    await cells.flush()
    const saved = await Promise.all(
      typed.map(async ({ agreementId, volunteerId }) => {
        const { lines: found } = await api.hours.month({ month, volunteerId })
        return [
          agreementId,
          found.find((line) => line.agreementId === agreementId)?.openMinutes ?? 0,
        ] as const
      }),
    )
    const own = new Map(saved)
    return lines.map(({ agreementId, openMinutes }) => ({
      agreementId,
      minutes: own.get(agreementId) ?? openMinutes,
    }))
  }

  async function run(work: () => Promise<void>) {
    try {
      await work()
    } catch (failure) {
      showFailure(failure)
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.hours.key() })
    }
  }

  const reopenThese = async (agreementIds: number[], confirmedAt: string | null) => {
    const count = await api.hours.reopen({ month, agreementIds, confirmedAt })
    notifications.show({ message: t('hours.reopenedCount', { count }) })
  }

  return {
    confirm: (lines: readonly MonthLine[]) =>
      run(async () => {
        const { count, confirmedAt, changed } = await api.hours.confirm({
          month,
          lines: await asSeen(lines),
        })
        const agreementIds = lines.map(({ agreementId }) => agreementId)
        if (count > 0)
          offerUndo(
            t('hours.confirmedCount', { count }),
            () => void run(() => reopenThese(agreementIds, confirmedAt)),
          )
        if (changed.length > 0) {
          const names = lines
            .filter(({ agreementId }) => changed.includes(agreementId))
            .map(({ volunteerName }) => volunteerName)
          notifications.show({
            color: 'orange',
            autoClose: 12_000,
            message: t('hours.confirmChanged', { names: names.join(', ') }),
          })
        }
      }),
    reopen: (lines: readonly MonthLine[]) =>
      run(() =>
        reopenThese(
          lines.map(({ agreementId }) => agreementId),
          null,
        ),
      ),
  }
}
