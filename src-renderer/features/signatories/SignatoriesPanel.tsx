import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signatory } from '#shared/features/signatories/signatories.contract.ts'
import { authorisationText, endsSoon } from '#shared/features/signatories/signatories.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { SignatoryForm } from './SignatoryForm.tsx'

/** Who signs for the centre, and until when. */
export function SignatoriesPanel() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.signatories.list.queryOptions())
  const [open, setOpen] = useState<Signatory | 'new'>()
  const add = <Button onClick={() => setOpen('new')}>{t('signatories.create')}</Button>

  return (
    <Panel title={t('signatories.title')} actions={add}>
      <Text c="dimmed" mb="sm" maw={720}>
        {t('signatories.intro')}
      </Text>
      {data?.length === 0 ? (
        <EmptyState title={t('signatories.empty')} hint={t('signatories.emptyHint')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('signatories.fields.fullName')}</Table.Th>
              <Table.Th>{t('signatories.fields.position')}</Table.Th>
              <Table.Th>{t('signatories.fields.authorisations')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.map((signatory) => (
              <Table.Tr key={signatory.id}>
                <Table.Td>
                  <OpenButton onOpen={() => setOpen(signatory)}>{signatory.fullName}</OpenButton>
                </Table.Td>
                <Table.Td>{signatory.position}</Table.Td>
                <Table.Td>
                  <Authority signatory={signatory} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <FormDrawer
        title={t(open === 'new' ? 'signatories.create' : 'signatories.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <SignatoryForm signatory={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
    </Panel>
  )
}

/** By what somebody signs, and until when. */
function Authority({ signatory }: { signatory: Signatory }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const termOf = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
    [
      validFrom && t('signatories.from', { day: formatDay(validFrom) }),
      validTo && t('signatories.to', { day: formatDay(validTo) }),
    ]
      .filter(Boolean)
      .join(' ') || t('signatories.indefinite')
  if (signatory.isHead) {
    const isOver = signatory.validTo !== null && signatory.validTo < today
    return (
      <>
        {t('signatories.byOffice')}, {termOf(signatory)}{' '}
        {isOver && <StateMark tone="past">{t('signatories.expired')}</StateMark>}
      </>
    )
  }
  if (signatory.authorisations.length === 0)
    return <StateMark tone="warning">{t('signatories.none')}</StateMark>
  return signatory.authorisations.map((each) => (
    <div key={`${each.number} ${each.validFrom}`}>
      {authorisationText(each)}
      {each.scope && ` – ${each.scope}`}, {termOf(each)}{' '}
      {each.revokedOn && each.revokedOn <= today ? (
        <StateMark tone="past">{t('signatories.revoked')}</StateMark>
      ) : each.validTo && each.validTo < today ? (
        <StateMark tone="past">{t('signatories.expired')}</StateMark>
      ) : (
        endsSoon(each, today) && (
          <StateMark tone="warning">
            {t('signatories.endsSoon', { day: formatDay(each.validTo ?? '') })}
          </StateMark>
        )
      )}
    </div>
  ))
}
