import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Settings, settingsContract } from '#shared/features/settings/settings.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { CentreFields, type CentreValues } from './CentreFields.tsx'

/** The particulars of the centre that stand on letterheads. */
export function CentrePanel() {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  const [saved, setSaved] = useState<Settings>()
  // Opened anew after its own save only: what another window saves must not replace what is typed here.
  return data ? <CentreForm key={saved?.version} settings={saved ?? data} onSaved={setSaved} /> : null
}

function CentreForm({ settings, onSaved }: { settings: Settings; onSaved: (saved: Settings) => void }) {
  const { t } = useTranslation()
  const { name, street, postCode, town, phone, email, nip, regon, symbol, version } = settings
  const record = useRecordForm({
    schema: inputOf(settingsContract.changeCentre),
    initial: { name, street, postCode, town, phone, email, nip, regon, symbol, version } as CentreValues & {
      version: number
    },
    save: (values) => api.settings.changeCentre(values),
    onSaved: (saved) => {
      notifications.show({ message: t('common.saved'), color: 'green' })
      onSaved(saved)
    },
  })
  useUnsavedGuard(record)
  return (
    <Panel title={t('settings.centre')}>
      <Text c="dimmed" mb="md">
        {t('settings.centreHint')}
      </Text>
      <form noValidate onSubmit={(event) => event.preventDefault()} style={{ maxWidth: 680 }}>
        <CentreFields form={record.form} />
        <SaveBar record={record} />
      </form>
      <ConflictDialog
        record={record}
        labelOf={(field) =>
          field in settings && field !== 'version' ? t(`settings.fields.${field as 'name'}`) : undefined
        }
      />
    </Panel>
  )
}
