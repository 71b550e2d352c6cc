import { Button, Group, List, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#shared/kit/polish.ts'
import type { RemovalOfMany } from '#shared/kit/register/removal.ts'
import { textOf } from '../../i18n.ts'
import { copyText } from '../copyText.ts'

interface KeptRecordsProps {
  kept: RemovalOfMany['kept']
  /** How many stay besides those that are named. */
  more: number
}

/** So many are seen at a glance; a longer list is searched. */
const glance = 8

/** The records that stay, each with everything that forbids its removal; to be searched and copied. */
export function KeptRecords({ kept, more }: KeptRecordsProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const lines = kept.map(({ id, title, reasons }) => ({
    id,
    text: `${title}: ${reasons.map(textOf).join('; ')}`,
  }))
  const found = lines.filter(({ text }) => fold(text).includes(fold(search.trim())))

  function copy() {
    const isCopied = copyText(found.map(({ text }) => text).join('\n'))
    notifications.show({ message: t(isCopied ? 'bin.keptCopied' : 'conflict.notCopied') })
  }

  return (
    <>
      <Group mt="xs" gap="xs" align="flex-end">
        {kept.length > glance && (
          <TextInput
            type="search"
            flex={1}
            aria-label={t('bin.keptSearch')}
            placeholder={t('bin.keptSearch')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <Button variant="default" size="compact-sm" onClick={copy}>
          {t('bin.keptCopy')}
        </Button>
      </Group>
      <section
        aria-label={t('bin.keptList')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        style={{ maxHeight: '40vh', overflow: 'auto' }}
      >
        <List mt={4} spacing={4}>
          {found.map(({ id, text }) => (
            <List.Item key={id}>{text}</List.Item>
          ))}
          {more > 0 && <List.Item>{t('bin.heldMore', { count: more })}</List.Item>}
        </List>
        {found.length === 0 && t('common.nothingFound')}
      </section>
    </>
  )
}
