import { Button, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'

/** Compares all files with what was issued; tells what the last comparison found, which the program makes every night. */
export function CheckFiles() {
  const { t } = useTranslation()
  const { data: last } = useQuery(orpc.documents.lastCheck.queryOptions())
  const check = useMutation(
    orpc.documents.checkAll.mutationOptions({
      onSuccess: ({ checked, damaged }) =>
        notifications.show(
          damaged.length === 0
            ? { color: 'green', message: t('documents.checked', { count: checked }) }
            : {
                color: 'red',
                autoClose: false,
                message: t('documents.damagedFound', {
                  titles: damaged.map(({ title }) => title).join(', '),
                }),
              },
        ),
    }),
  )
  const told = last
    ? t(last.damaged.length === 0 ? 'documents.lastCheck' : 'documents.lastCheckDamaged', {
        when: formatInstant(last.checkedAt),
        count: last.checked,
        damaged: last.damaged.length,
      })
    : t('documents.neverChecked')
  return (
    <Tooltip label={told} multiline maw={340}>
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
        {t('documents.checkAll')}
      </Button>
    </Tooltip>
  )
}
