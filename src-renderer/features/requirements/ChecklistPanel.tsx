import { Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
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

interface Left {
  requirementId: number
  isCompleted: boolean
}

/** The button from which one goes on: of what is to be done after the line that was left, of any other, of that line. */
function nextButton(list: HTMLElement, { requirementId, isCompleted }: Left): HTMLElement | undefined {
  const own = list.querySelector(`[data-requirement="${requirementId}"]`)
  const ownButton = own?.querySelector<HTMLElement>('[data-complete]') ?? undefined
  if (!isCompleted) return ownButton
  const others = [
    ...list.querySelectorAll<HTMLElement>(
      ':is([data-standing="missing"], [data-standing="lapsed"]) [data-complete]',
    ),
  ].filter((button) => button !== ownButton)
  const isAfter = (button: HTMLElement) =>
    own && own.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING
  return others.find(isAfter) ?? others[0] ?? ownButton
}

/** What is asked of a volunteer: what is missing first, each with why it is asked and how it is done. */
export function ChecklistPanel({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<number>()
  const [left, setLeft] = useState<Left>()
  const list = useRef<HTMLUListElement>(null)
  // The line that was left is gone with the focus in it, and goes once more when what is done moves down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines move when the checklist is another
  useEffect(() => {
    if (left && list.current && document.activeElement === document.body)
      nextButton(list.current, left)?.focus()
  }, [left, checklist])
  const { open, done } = inOrder(checklist.items)
  const next = open.find(({ isNotable }) => isNotable) ?? open[0]
  const row = (item: ChecklistItem) => (
    <ChecklistRow
      key={item.requirementId}
      checklist={checklist}
      item={item}
      isNext={item === next}
      isOpen={opened === item.requirementId}
      onOpen={() => {
        setLeft(undefined)
        setOpened(item.requirementId)
      }}
      onDone={(isCompleted) => {
        setOpened(undefined)
        setLeft({ requirementId: item.requirementId, isCompleted })
      }}
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
      <ul className={classes.list} ref={list}>
        {[...open, ...done].map(row)}
      </ul>
    </Panel>
  )
}
