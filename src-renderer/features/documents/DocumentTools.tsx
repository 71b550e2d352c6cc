import { Button, Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'

/** What belongs to documents and is wanted now and then: numbers, templates, text blocks, the comparison of all files. */
export function DocumentTools() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
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
  const mayWrite = may('documents.write')
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          loading={check.isPending}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('documents.tools')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && (
          <Menu.Item onClick={() => navigate({ to: '/documents/numbers' })}>
            {t('documents.numbers')}
          </Menu.Item>
        )}
        {may('templates.read') && (
          <Menu.Item onClick={() => navigate({ to: '/templates' })}>{t('templates.title')}</Menu.Item>
        )}
        {mayWrite && (
          <Menu.Item onClick={() => navigate({ to: '/text-blocks' })}>{t('textBlocks.title')}</Menu.Item>
        )}
        {mayWrite && <Menu.Divider />}
        <Menu.Item onClick={() => check.mutate({})}>
          {t('documents.checkAll')}
          <Text size="xs" c="dimmed">
            {told}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
