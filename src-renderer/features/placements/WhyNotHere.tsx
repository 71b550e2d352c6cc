import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'

/** Why is this person not among the candidates? Every reason. */
export function WhyNotHere({ needId }: { needId: number }) {
  const { t } = useTranslation()
  const [person, setPerson] = useState<{ id: number; name: string }>()
  const { data, error } = useQuery(
    orpc.needs.whyNot.queryOptions({
      input: { needId, volunteerId: person?.id ?? 0 },
      enabled: person !== undefined,
    }),
  )
  return (
    <Panel title={t('needs.whyTitle')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('needs.whyHint')}
      </Text>
      <div style={{ maxWidth: 420 }}>
        <PersonPicker
          label={t('placements.fields.volunteer')}
          value={person?.id ?? null}
          onChange={(id, name) => setPerson(id === null ? undefined : { id, name })}
        />
      </div>
      {error && <LoadingFailure error={error} />}
      {person && data && (
        <div role="status" style={{ marginTop: 12 }}>
          {data.length === 0 ? (
            <Text>{t('needs.whyNothing', { name: person.name })}</Text>
          ) : (
            <>
              <Text fw={500}>{t('needs.whyReasons', { name: person.name })}</Text>
              <List>
                {data.map((reason) => (
                  <List.Item key={`${reason.key} ${JSON.stringify(reason.params)}`}>
                    {textOf(reason)}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </div>
      )}
    </Panel>
  )
}
