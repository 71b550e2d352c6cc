import { Button, Modal } from '@mantine/core'
import { IconArrowsJoin2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseOther, type ChooseOtherProps } from './ChooseOther.tsx'

/** Opens a choice of the record with which this one is compared and merged. */
export function MergeWithButton<Row extends { id: number }>(props: ChooseOtherProps<Row>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsJoin2 size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('duplicates.mergeWith')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="lg" title={t('duplicates.mergeWithTitle')}>
        <ChooseOther {...props} />
      </Modal>
    </>
  )
}
