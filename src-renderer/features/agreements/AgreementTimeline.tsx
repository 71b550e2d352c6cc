import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annex, AnnexChanges } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { birthdaysDuring } from '#shared/features/agreements/agreements.rules.ts'
import type { Termination } from '#shared/features/agreements/agreements.terminations.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useFieldText } from '../../ui/useFieldText.ts'
import classes from './AgreementTimeline.module.css'

interface Step {
  key: string
  day: string
  tone?: 'change' | 'end'
  content: ReactNode
}

/** What became of an agreement: when it was concluded, what annexes changed, how and when it ends. */
export function AgreementTimeline({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const input = { agreementId: agreement.id }
  const { data: annexes = [] } = useQuery(orpc.agreements.annexes.of.queryOptions({ input }))
  const { data: terminations = [] } = useQuery(orpc.agreements.terminations.of.queryOptions({ input }))
  const birthdays = birthdaysDuring({ birthOn: agreement.volunteerBirthOn, pesel: '' }, agreement)
  const steps: Step[] = [
    { key: 'concluded', day: agreement.concludedOn, content: t('agreements.timeline.concluded') },
    { key: 'starts', day: agreement.startsOn, content: t('agreements.timeline.starts') },
    ...birthdays.map(({ age, day }) => ({
      key: `turns ${age}`,
      day,
      content: t(age === 18 ? 'agreements.timeline.turns18' : 'agreements.timeline.turns13'),
    })),
    ...annexes.map((annex) => ({
      key: `annex ${annex.id}`,
      day: annex.concludedOn,
      tone: 'change' as const,
      content: <AnnexStep annex={annex} isTerminated={agreement.endedBy !== ''} />,
    })),
    ...terminations.map((termination) => ({
      key: `termination ${termination.id}`,
      day: termination.givenOn,
      tone: 'end' as const,
      content: <TerminationStep termination={termination} agreement={agreement} />,
    })),
    ...(agreement.endsOn
      ? [{ key: 'ends', day: agreement.endsOn, tone: 'end' as const, content: t('agreements.timeline.ends') }]
      : []),
  ]
  // Of one day's steps the order in which they stand here is the order in which they happen.
  const inOrder = steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return (
    <Panel>
      <ol className={classes.timeline}>
        {inOrder.map(({ key, day, tone, content }) => (
          <li key={key} className={classes.step} data-tone={tone}>
            <span className={classes.day}>{formatDay(day)}</span>
            <div>{content}</div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function AnnexStep({ annex, isTerminated }: { annex: Annex; isTerminated: boolean }) {
  const { t } = useTranslation()
  const { id, status, sequence, changes, before, inForceSince, validFrom } = annex
  const textOf = useFieldText([before, changes] as Record<string, unknown>[])
  const shown = (field: keyof AnnexChanges, value: unknown) =>
    field === 'endsOn' && value === null ? t('agreements.indefinite') : textOf(field, value)
  const state =
    status !== 'concluded'
      ? t(`agreements.annexes.statuses.${status}`)
      : inForceSince
        ? t('agreements.annexes.inForce', { day: formatDay(validFrom) })
        : isTerminated
          ? t('agreements.annexes.never')
          : t('agreements.annexes.waits', { day: formatDay(validFrom) })
  return (
    <>
      <Link to="/annexes/$id" params={{ id }} className={status === 'cancelled' ? classes.void : undefined}>
        {sequence === null
          ? t('agreements.annexes.draft')
          : t('agreements.annexes.title', { sequence: String(sequence) })}
      </Link>{' '}
      <Text span c="dimmed" size="sm">
        {state}
      </Text>
      <ul className={classes.details}>
        {(Object.keys(changes) as (keyof AnnexChanges)[]).map((field) => (
          <li key={field}>
            {t('agreements.timeline.change', {
              clause: t(field === 'endsOn' ? 'agreements.annexes.clauses.end' : `agreements.fields.${field}`),
              before: shown(field, before[field]),
              after: shown(field, changes[field]),
            })}
          </li>
        ))}
        {annex.classBefore !== annex.classAfter && (
          <li>
            <strong>{t(`agreements.timeline.classChange.${annex.classAfter}`)}</strong>
          </li>
        )}
      </ul>
      {annex.cancelReason && <Text size="sm">{annex.cancelReason}</Text>}
    </>
  )
}

function TerminationStep({ termination, agreement }: { termination: Termination; agreement: Agreement }) {
  const { t } = useTranslation()
  const may = useMay()
  const { id, version, status, mode, party, endsOn, endsBefore, reason, documentId } = termination
  const cancel = useMutation(orpc.agreements.terminations.cancel.mutationOptions())
  async function ask() {
    const answer = await askText({
      title: t('agreements.terminations.cancelConfirm.title'),
      text: t('agreements.terminations.cancelConfirm.text', { number: agreement.number ?? '' }),
      label: t('agreements.cancelConfirm.reason'),
      action: t('agreements.terminations.cancel'),
    })
    if (answer) cancel.mutate({ id, version, reason: answer })
  }
  const by = mode === 'mutual' ? '' : ` (${t(`agreements.terminations.parties.${party}`)})`
  return (
    <>
      <span className={status === 'cancelled' ? classes.void : undefined}>
        {t(`agreements.terminations.statuses.${status}`)}: {t(`agreements.terminations.modes.${mode}`)}
        {by}
      </span>
      <ul className={classes.details}>
        <li>
          {t('agreements.timeline.change', {
            clause: t('agreements.terminations.endsOn'),
            before: endsBefore ? formatDay(endsBefore) : t('agreements.indefinite'),
            after: formatDay(endsOn),
          })}
        </li>
        {reason && (
          <li>
            {t('agreements.terminations.reason')}: {reason}
          </li>
        )}
      </ul>
      {termination.cancelReason && <Text size="sm">{termination.cancelReason}</Text>}
      <div style={{ display: 'flex', gap: 12, marginTop: 4 }}>
        {documentId !== null && may('documents.read') && (
          <Link to="/documents/$id" params={{ id: documentId }}>
            {t('documents.fields.title')}
          </Link>
        )}
        {status === 'concluded' && may('agreements.sign') && (
          <Button variant="subtle" size="compact-sm" onClick={ask} loading={cancel.isPending}>
            {t('agreements.terminations.cancel')}
          </Button>
        )}
      </div>
    </>
  )
}
