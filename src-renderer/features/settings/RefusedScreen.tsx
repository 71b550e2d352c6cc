import { useTranslation } from 'react-i18next'
import { useFrame } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { CenteredCard } from '../../ui/CenteredCard.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Why the data were not opened, and what to do. The file has not been touched. */
export function RefusedScreen() {
  const { t } = useTranslation()
  const { reason } = useFrame()
  return (
    <CenteredCard title={t('settings.refused.title')} width={520} text={t('settings.refused.untouched')}>
      <div style={{ marginTop: 20 }}>
        <Notice tone="stop">{textOf({ key: `settings.refused.${reason}` })}</Notice>
      </div>
    </CenteredCard>
  )
}
