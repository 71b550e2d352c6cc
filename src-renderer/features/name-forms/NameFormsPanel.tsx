import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameCases } from '#shared/features/name-forms/name-forms.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { NameFormsForm } from './NameFormsForm.tsx'

/** The forms of a person's name that letters may use, and who confirmed them. */
export function NameFormsPanel({ kind, id }: { kind: 'volunteers' | 'staff'; id: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.nameForms.get.queryOptions({ input: { kind, id } }))
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  const { confirmed, isOutdated } = data
  return (
    <Panel
      title={t('nameForms.title')}
      actions={
        may('documents.write') && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('nameForms.open')}
          </Button>
        )
      }
    >
      {confirmed ? (
        <>
          <Text>{nameCases.map((each) => confirmed[each]).join(' · ')}</Text>
          <Text size="sm" c="dimmed">
            {t('nameForms.confirmedBy', { name: confirmed.byName, at: formatInstant(confirmed.at) })}
          </Text>
        </>
      ) : (
        <StateMark tone={isOutdated ? 'warning' : 'past'}>
          {t(isOutdated ? 'nameForms.outdated' : 'nameForms.none')}
        </StateMark>
      )}
      <FormDrawer title={t('nameForms.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NameFormsForm kind={kind} id={id} forms={data} onDone={() => setOpen(false)} />
      </FormDrawer>
    </Panel>
  )
}
