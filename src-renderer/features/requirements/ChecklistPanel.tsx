import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist, ChecklistItem } from '#shared/features/requirements/requirements.contract.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Checklist.module.css'
import { ChecklistRow } from './ChecklistRow.tsx'

/** Things to do first, in the order of the checklist; what is done stands after them. */
function inOrder(items: readonly ChecklistItem[]): { open: ChecklistItem[]; done: ChecklistItem[] } {
  const isDone = ({ standing }: ChecklistItem) => standing === 'done' || standing === 'exempt'
  return { open: items.filter((item) => !isDone(item)), done: items.filter(isDone) }
}

/** What is asked of a volunteer: what is missing first, each with why it is asked and how it is done. */
export function ChecklistPanel({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<number>()
  const { open, done } = inOrder(checklist.items)
  const next = open.find(({ isNotable }) => isNotable) ?? open[0]
  const row = (item: ChecklistItem) => (
    <ChecklistRow
      key={item.requirementId}
      checklist={checklist}
      item={item}
      isNext={item === next}
      isOpen={opened === item.requirementId}
      onOpen={(isOpen) => setOpened(isOpen ? item.requirementId : undefined)}
    />
  )
  return (
    <Panel
      title={t('requirements.checklist')}
      actions={
        checklist.items.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('requirements.doneCount', { done: done.length, all: checklist.items.length })}
          </Text>
        )
      }
    >
      {checklist.isFromBefore && (
        <div style={{ marginBottom: 8 }}>
          <Notice tone="hint">{t('requirements.fromBefore')}</Notice>
        </div>
      )}
      {checklist.items.length === 0 ? (
        <Text c="dimmed">{t('requirements.noneAsked')}</Text>
      ) : (
        open.length === 0 && <Notice tone="good">{t('requirements.allDone')}</Notice>
      )}
      <ul className={classes.list}>{[...open, ...done].map(row)}</ul>
    </Panel>
  )
}
